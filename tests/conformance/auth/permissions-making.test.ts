import { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { jsonOf } from '../../../fixtures/exchange.js';
import { proves } from '../../../fixtures/index.js';
import { noMember } from '../../../fixtures/sharing/member-desk.js';
import { test as base } from '../../../fixtures/sharing/sharing-test.js';

const who = 'a user who may only read';

const test = base.extend<{ refusesReader: (form: CreationForm) => Promise<void> }>({
  /** Judges that a user who may only read is refused, that the same is done for one who may, and that of the first nothing comes. */
  refusesReader: async ({ ims, reader, resources, images, judge }, use) => {
    await use(async (form) => {
      const name = resources.uniqueName();
      await form.refuses({ name }, `an image made by ${who}`, reader);
      await form.makes({}, 'the same of a user who may');
      const left = await images.namedLeft(name);
      for (const { id } of left) resources.adopt(ims, id, name, 'CreateImage');
      judge.equal(left, [], `the images made by ${who}`);
    });
  },
});

test(
  'a user who may only read makes no image',
  proves('permissions.reader-makes'),
  async ({ ims, reader, form, creation, active, resources, refusesReader, judge }) => {
    for (const call of ['CreateImage', 'CreateDataImage'] as const) {
      await refusesReader(form(call, ({ objects }) => ({ image_url: objects.qcow2, min_disk: 40 })));
    }
    await refusesReader(new CreationForm(creation, judge, 'CopyImageInRegion', {}, { image_id: active.id }));
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
  async ({ form, refusesReader }) => {
    const quick = form('ImportImageQuick', ({ objects }) => ({
      image_url: objects.zvhd2,
      os_version: 'CentOS 7.3 64bit',
      min_disk: 40,
    }));
    await refusesReader(quick);
    const data = form('ImportImageQuick', ({ objects }) => ({
      image_url: objects.zvhd2,
      type: 'DataImage',
      min_disk: 40,
    }));
    await refusesReader(data);
  },
);

test(
  'a user who may only read makes no whole image',
  proves('permissions.reader-makes-whole'),
  async ({ form, refusesReader }) => {
    const source = form('CreateWholeImage', ({ instanceId, vaultId }) => ({
      instance_id: instanceId,
      vault_id: vaultId,
    }));
    await refusesReader(source);
  },
);

test(
  'a user who may only read is not told members',
  proves('permissions.reader-members'),
  async ({ ims, reader, sharing, own, receiver, eventually, judge }) => {
    await sharing.given(own, { [receiver]: 'pending' });
    const path = { image_id: own.id };
    const one = { ...path, member_id: receiver };
    judge.needs(await ims.call('GlanceListImageMembers', { path }), 'the list of members by a user who may');
    const show = () => ims.call('GlanceShowImageMember', { path: one });
    const shown = await eventually(show, ({ response }) => response.status < 400);
    judge.needs(shown, 'a member shown to a user who may');
    judge.rejected(await reader.call('GlanceListImageMembers', { path }), `the list of members by ${who} is refused`);
    judge.rejected(await reader.call('GlanceShowImageMember', { path: one }), `a member shown to ${who} is refused`);
  },
);

test(
  'a user who may only read neither shares an image nor takes it back',
  proves('permissions.reader-shares'),
  async ({ reader, sharing, own, receiver, judge }) => {
    await sharing.given(own, {});
    judge.rejected((await sharing.add([own], [receiver], reader)).exchange, `sharing by ${who} is refused`);
    judge.rejected(await sharing.addOne(own, { member: receiver }, reader), `a member added by ${who} is refused`);
    judge.equal(await sharing.stateOf(own, receiver, noMember), noMember, 'the state of the member that was refused');
    await sharing.given(own, { [receiver]: 'pending' });
    judge.rejected((await sharing.remove([own], [receiver], reader)).exchange, `a withdrawal by ${who} is refused`);
    judge.rejected(await sharing.removeOne(own, receiver, reader), `a member taken away by ${who} is refused`);
    judge.equal(await sharing.stateOf(own, receiver, 'pending'), 'pending', 'the state of the member');
    judge.needs(await sharing.removeOne(own, receiver), 'the withdrawal by a user who may is accepted');
  },
);
