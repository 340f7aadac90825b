import { CreationForm } from '../../../fixtures/creation-form.js';
import { jsonOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { test } from '../../../fixtures/sharing-test.js';

const who = 'a user who may only read';

test(
  'a user who may only read makes no image',
  proves('permissions.reader-makes'),
  async ({ ims, reader, form, creation, active, resources, judge }) => {
    const ofFile = form('CreateImage', ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 }));
    const copy = new CreationForm(creation, judge, 'CopyImageInRegion', {}, { image_id: active.id });
    for (const making of [ofFile, copy]) {
      await making.refuses({}, `an image made by ${who}`, reader);
      await making.makes({}, 'the same of a user who may');
    }
    const name = resources.uniqueName();
    const call = 'GlanceCreateImageMetadata';
    const exchange = await resources.creating(call, ims, name, () => reader.call(call, { body: { name } }));
    const { id } = (jsonOf(exchange) ?? {}) as { id?: string };
    if (exchange.response.status < 400 && id) resources.adopt(ims, id, name, call);
    else resources.forget(name);
    judge.rejected(exchange, `metadata made by ${who} are refused`);
    await resources.queuedImage(ims);
  },
);

test(
  'a user who may only read imports nothing quickly',
  proves('permissions.reader-imports'),
  async ({ reader, form }) => {
    const quick = form('ImportImageQuick', ({ objects }) => ({
      image_url: objects.zvhd2,
      os_version: 'CentOS 7.3 64bit',
      min_disk: 40,
    }));
    await quick.refuses({}, `a quick import by ${who}`, reader);
    await quick.makes({}, 'a quick import by a user who may');
  },
);

test(
  'a user who may only read neither shares an image nor takes it back',
  proves('permissions.reader-shares'),
  async ({ reader, sharing, own, receiver, judge }) => {
    await sharing.given(own, {});
    judge.rejected((await sharing.add([own], [receiver], reader)).exchange, `sharing by ${who} is refused`);
    judge.rejected(await sharing.addOne(own, { member: receiver }, reader), `a member added by ${who} is refused`);
    await sharing.given(own, { [receiver]: 'pending' });
    judge.rejected((await sharing.remove([own], [receiver], reader)).exchange, `a withdrawal by ${who} is refused`);
    judge.rejected(await sharing.removeOne(own, receiver, reader), `a member taken away by ${who} is refused`);
    judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
    judge.accepted(await sharing.removeOne(own, receiver), 'the withdrawal by a user who may is accepted');
  },
);
