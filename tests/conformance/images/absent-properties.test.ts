import { type ImageView, imageOf } from '../../../fixtures/images/image-view.js';
import { shownText } from '../../../fixtures/images/shown-text.js';
import { proves } from '../../../fixtures/index.js';
import { Unjudged } from '../../../fixtures/judging/failure.js';
import { eachList } from '../../../fixtures/lists/each-list.js';
import { test as base } from '../../../fixtures/native/native-test.js';
import { readUntil } from '../../../fixtures/read-until.js';

/** Without these an image is not for that kind of servers (ims_03_0602). */
const ofServers = ['__support_kvm', '__support_xen', '__support_diskintensive', '__support_highperformance'];
/** Without the last it is of the default enterprise project (ims_03_0602). */
const ofLists = [...ofServers, 'enterprise_project_id'];
/** Without a firmware it boots by BIOS (ims_03_0604). */
const ofChanges = [...ofServers, 'enterprise_project_id', 'hw_firmware_type'];

const test = base.extend<{
  /** An image with properties that would say something by their absence too, as its own call shows it. */
  telling: ImageView;
}>({
  telling: async ({ ims, keeping, images, session }, use) => {
    const bySystem = { os_version: 'CentOS 7.3 64bit' };
    const image = await keeping.get('telling image', (resources) => resources.activeImage(ims, bySystem));
    const { enterpriseProjectId: named } = session.configuration.provided;
    const project = named ? { enterprise_project_id: named } : {};
    const support = Object.fromEntries(ofServers.map((name) => [name, 'true']));
    await use(await images.given(image, { ...support, hw_firmware_type: 'uefi', ...project }));
  },
});

eachList(['ListImages', 'GlanceListImages', 'ListImagesFuzzy'], (of) => {
  test('no property is left out that says something', of('tells'), async ({ telling, listing, images, judge }) => {
    const due = told(telling, ofLists);
    const { images: listed, exchange } = await readUntil(
      () => listing.page({ id: telling.id }),
      ({ images: [own] }) => String(told(own, ofLists)) === String(due),
      images.patience.consistencySeconds,
    );
    if (!listed[0]) throw new Unjudged('The image is not listed.');
    judge.equal(told(listed[0], ofLists), due, 'what is told of the image', { exchange });
  });
});

const describing = { op: 'add', path: '/__description', value: 'ims-conformance' };

test('a changed image leaves out nothing', proves('update-image.tells'), async ({ telling, images, judge }) => {
  const exchange = judge.needs(await images.patch(telling, describing), 'a change of the description is accepted');
  judge.equal(told(imageOf(exchange), ofChanges), told(telling, ofChanges), 'what is told of the image', { exchange });
});

test(
  'a natively changed image leaves out nothing',
  proves('glance-update-image.tells'),
  async ({ telling, native, judge }) => {
    const exchange = judge.needs(await native.patch(telling, describing), 'a change of the description is accepted');
    const due = told(telling, ofChanges);
    judge.equal(told(imageOf(exchange), ofChanges), due, 'what is told of the image', { exchange });
  },
);

function told(view: ImageView | undefined, names: readonly string[]): string[] {
  // A list at OTC has the enterprise project by two names (en-us_topic_0060804959).
  const { _sys_enterprise_project_id: project, ...shown }: Record<string, unknown> = view ?? {};
  const whole: Record<string, unknown> = { enterprise_project_id: project, ...shown };
  return names.map((name) => `${name} ${shownText(name, whole[name])}`);
}
