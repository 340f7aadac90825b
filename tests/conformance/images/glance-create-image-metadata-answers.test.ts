import { test } from '../../../fixtures/images/image-test.js';
import { differences, imageOf } from '../../../fixtures/images/image-view.js';
import { osVersions } from '../../../fixtures/images/os-versions.js';
import { fc, proves } from '../../../fixtures/index.js';
import { isNotTrue } from '../../../fixtures/judging/is-not-true.js';
import { isOfNow } from '../../../fixtures/judging/is-of-now.js';
import { readUntil } from '../../../fixtures/read-until.js';

test(
  'metadata needs no name',
  proves('glance-create-image-metadata.nameless'),
  async ({ maker, resources, images, judge }) => {
    const { exchange } = await maker.sendMetadata({});
    const view = imageOf(judge.accepted(exchange)) ?? { id: '' };
    judge.equal(view.name ?? '', '', 'the name', { exchange });
    judge.equal((await images.show(view)).name ?? '', '', 'the name read back');
    await resources.release();
  },
);

for (const [what, sent] of [
  ['name-empty', { name: '' }],
  ['os-version-list', { __os_version: 'NoSuchOS 1.0 64bit' }],
  ['tag-of-one', { tags: ['alone'] }],
  ['equals-sign', { tags: ['team=one'] }],
  ['tag-keys-twice', { tags: ['key=one', 'key=two'] }],
] as const) {
  test(
    `what becomes of ${JSON.stringify(sent)} is noted`,
    proves(`glance-create-image-metadata.${what}`),
    async ({ maker, resources, judge }) => {
      const named = { name: resources.uniqueName() };
      const { exchange } = await maker.sendMetadata({ ...named, ...sent });
      const [property] = Object.keys(sent) as ['name' | '__os_version' | 'tags'];
      const made = imageOf(exchange);
      const seen = made ? `shows ${JSON.stringify(made[property] ?? '')}` : 'shows no image';
      judge.observe(`The answer of status ${exchange.response.status} ${seen}.`);
      await resources.release();
    },
  );
}

test(
  'metadata makes a registered image for cloud servers',
  proves('glance-create-image-metadata.registered', 'glance-create-image-metadata.environment'),
  async ({ maker, resources, judge }) => {
    const { exchange } = await maker.sendMetadata({ name: resources.uniqueName() });
    const view = imageOf(judge.needs(exchange));
    judge.equal(String(view?.__isregistered).toLowerCase(), 'true', '__isregistered', { exchange });
    const id = 'glance-create-image-metadata.environment';
    judge.equal(view?.virtual_env_type, 'FusionCompute', 'virtual_env_type', { exchange, id });
  },
);

test(
  'whether an image is protected from the beginning is noted',
  proves('glance-create-image-metadata.protected'),
  async ({ meantGuarded, images, judge }) => {
    judge.equal((await images.show(meantGuarded)).protected, true, 'protected of an image that is to be so');
  },
);

test(
  'the answer is the image as it is shown',
  proves('glance-create-image-metadata.whole-answer'),
  async ({ maker, resources, images, session, forAll, judge }) => {
    const links = ['self', 'file', 'schema', '__os_version', '__os_type', '__os_bit', '__platform'];
    const versions = osVersions(session.profile).filter(({ platform, bits }) => platform && bits);
    await forAll(
      fc.constantFrom(...versions),
      async ({ version }) => {
        await resources.release();
        const { exchange } = await maker.sendMetadata({ name: resources.uniqueName(), __os_version: version });
        const view = imageOf(judge.needs(exchange)) ?? { id: '' };
        for (const name of links) judge.that(Boolean(view[name]), `${name} in the answer`, 'nothing', { exchange });
        const others = ({ updated_at: _, ...rest }: typeof view) => rest;
        judge.equal(differences(others(view), await images.show(view)), [], 'what the answer tells differently', {
          exchange,
        });
      },
      { weight: 0.3 },
    );
  },
);

test(
  'an image tells when it was created in UTC',
  proves('glance-show-image.utc'),
  async ({ ims, maker, resources, session, judge }) => {
    const { exchange } = await maker.sendMetadata({ name: resources.uniqueName() });
    const { id = '', created_at } = imageOf(judge.needs(exchange)) ?? {};
    isOfNow(judge, exchange, created_at, 'created_at');
    const [value, path] = [resources.uniqueName(), { image_id: id }];
    const body = [{ op: 'replace', path: '/name', value }];
    const updated = judge.needs(await ims.call('GlanceUpdateImage', { path, body }));
    isOfNow(judge, updated, imageOf(updated)?.updated_at, 'updated_at');
    const shown = await readUntil(
      () => ims.call('GlanceShowImage', { path }),
      (read) => imageOf(read)?.name === value,
      session.configuration.consistencySeconds,
    );
    isOfNow(judge, judge.needs(shown), imageOf(shown)?.updated_at, 'updated_at');
  },
);

test(
  'metadata alone is not initialised',
  proves('glance-create-image-metadata.uninitialised'),
  async ({ ims, images, resources, judge }) => {
    isNotTrue(judge, await images.show(await resources.queuedImage(ims)), '__is_config_init');
  },
);

test(
  'metadata has no file yet',
  proves('glance-create-image-metadata.no-file'),
  async ({ maker, resources, images, judge }) => {
    const { exchange } = await maker.sendMetadata({ name: resources.uniqueName() });
    const answer = imageOf(judge.needs(exchange)) ?? { id: '' };
    for (const { checksum, __image_size } of [answer, await images.show(answer)]) {
      judge.equal(checksum || null, null, 'the checksum');
      judge.equal(Number(__image_size ?? 0), 0, '__image_size');
    }
  },
);

test(
  'a tag of metadata is a pair',
  proves('glance-create-image-metadata.tag-pairs'),
  async ({ maker, resources, tags, judge }) => {
    const sent = { name: resources.uniqueName(), tags: ['tagkey=tagvalue', 'other=a'] };
    const { id } = imageOf(judge.needs((await maker.sendMetadata(sent)).exchange)) ?? { id: '' };
    const due = { tagkey: 'tagvalue', other: 'a' };
    judge.equal(await tags.settled({ id }, due), due, 'the tags of the image');
  },
);
