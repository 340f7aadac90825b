import type { OwnImage } from '../../../fixtures/books/resources.js';
import type { Client, OperationId } from '../../../fixtures/client.js';
import { type Exchange, jsonOf } from '../../../fixtures/exchange.js';
import { fc, proves, test } from '../../../fixtures/index.js';

const patchType = 'application/openstack-images-v2.1-json-patch';
const tag = { key: 'purpose', value: 'test' };

/** Calls with a body that is accepted. */
const calls: Partial<Record<OperationId, (image: OwnImage) => unknown>> = {
  AddImageTag: () => ({ tag }),
  BatchAddOrDeleteTags: () => ({ action: 'create', tags: [tag] }),
  ListImageByTags: () => ({ action: 'filter', tags: [{ key: tag.key, values: [tag.value] }] }),
  CreateOrUpdateTags: ({ id }) => ({ image_id: id, image_tag: tag }),
  // Of active images only.
  UpdateImage: () => [{ op: 'add', path: '/__description', value: 'test' }],
};

test(
  'a body that is not JSON is refused',
  proves('common.malformed-json'),
  async ({ ims, image, session, forAll, judge }) => {
    const active = session.configuration.provided.objects.qcow2 !== undefined;
    const names = (Object.keys(calls) as OperationId[]).filter((name) => active || name !== 'UpdateImage');
    for (const name of names) {
      const whole = JSON.stringify(calls[name]?.(image));
      judge.needs(await send(ims, name, image, whole), `the whole body of ${name} is accepted`);
      for (const broken of ['', '{', whole.slice(0, -1), 'ims-conformance', `{${whole}`, whole.replace(':', ' ')]) {
        judge.rejected(await send(ims, name, image, broken), `the body ${broken} of ${name} is refused`);
      }
    }
    // A part of a body, from its beginning, is never one itself.
    await forAll(
      fc.tuple(fc.constantFrom(...names), fc.double({ min: 0, max: 1, noNaN: true })),
      async ([name, share]) => {
        const whole = JSON.stringify(calls[name]?.(image));
        const part = whole.slice(0, Math.max(1, Math.floor(share * whole.length)) - (share === 1 ? 1 : 0));
        judge.rejected(await send(ims, name, image, part), `the first part of a body of ${name} is refused`);
      },
    );
  },
);

test('the form of an error is noted', proves('common.error-form'), async ({ ims, image, judge }) => {
  const exchange = await send(ims, 'AddImageTag', image, '{}');
  const { error, error_code: code } = (jsonOf(exchange) ?? {}) as { error?: unknown; error_code?: unknown };
  const form = error ? '{"error":{"code","message"}}' : code ? '{"error_code","error_msg"}' : 'another form';
  judge.observe(`An error (status ${exchange.response.status}) is written as ${form}.`);
});

test('the form of native errors is noted', proves('common.native-error-form'), async ({ ims, enter, image, judge }) => {
  const { readerToken: token, projectId } = ims.credentials;
  const rename = [{ op: 'replace', path: '/name', value: image.name }];
  const patch = { path: { image_id: image.id }, body: rename, headers: { 'Content-Type': patchType } };
  const errors: Record<string, Exchange> = {
    'of an absent image': await ims.call('GlanceShowImage', { path: { image_id: absentLike(image) } }),
    'of an unreadable query': await ims.call('GlanceListImages', { query: { limit: 'many' } }),
  };
  if (token)
    errors['of a user who only reads'] = await enter('auth.readerToken', { token, projectId }).call(
      'GlanceUpdateImage',
      patch,
    );
  for (const [what, { response }] of Object.entries(errors)) {
    const type = response.headers['content-type'] ?? 'no Content-Type';
    judge.observe(`The error ${what} (status ${response.status}) is ${formOf(response.text)}, sent as ${type}.`);
  }
});

/** An id like that of the image, which no image has. */
function absentLike({ id }: OwnImage): string {
  return id.replace(/[0-9a-f]/g, (digit) => (digit === '0' ? '1' : '0'));
}

/** What a text is written in, as far as its beginning tells. */
function formOf(text: string): string {
  if (text.trim() === '') return 'empty';
  if (/^\s*(<!doctype html|<html)/i.test(text)) return 'HTML';
  if (/^\s*</.test(text)) return 'XML';
  return /^\s*[{[]/.test(text) ? 'JSON' : 'another text';
}

function send(ims: Client, name: OperationId, image: OwnImage, body: string): Promise<Exchange> {
  return ims.call(name, { path: { image_id: image.id }, body, headers: { 'Content-Type': 'application/json' } });
}
