import type { ExportForm } from '../../../fixtures/exports/export-form.js';
import { test as base } from '../../../fixtures/exports/export-test.js';
import { proves } from '../../../fixtures/index.js';

const test = base.extend<{ safely: ExportForm }>({
  safely: async ({ exportOf, active }, use) => {
    await use(exportOf(active, 'ExportImageInSafeMode'));
  },
});
const rule = (name: string) => proves(`export-image-in-safe-mode.${name}`);

test('the safe export is a job that succeeds', rule('job'), async ({ safely, judge }) => {
  const { exchange } = await safely.exports({}, 'an export of an active image');
  judge.status(exchange, 200);
  for (const file_format of ['vhd', 'zvhd', 'vmdk'])
    await safely.exports({ file_format }, `an export as ${file_format}`);
});

test(
  'what was exported safely can be imported',
  rule('re-imported'),
  async ({ safely, creation, resources, judge }) => {
    const { url } = await safely.needs({}, 'an export of an active image');
    const body = { name: resources.uniqueName(), image_url: url, min_disk: 1000 };
    const { exchange, job } = await creation.send('CreateImage', body);
    judge.accepted(exchange, 'an import of the exported file is accepted');
    judge.equal(job?.status, 'SUCCESS', 'the end of the import of the exported file', { exchange });
  },
);

test('the safe export may be a quick one', rule('quick'), async ({ safely }) => {
  await safely.exports({ file_format: undefined, is_quick_export: true }, 'a quick export');
});

test('the safe export refuses alike', rule('refuses'), async ({ safely }) => {
  await safely.needs({}, 'a body with target and format');
  await safely.refuses({ bucket_url: undefined }, 'a body without bucket_url');
  await safely.refuses({ file_format: 'tar' }, 'the format tar');
  await safely.refuses({ is_quick_export: 'yes' }, 'is_quick_export "yes"');
  await safely.refuses({ bucket_url: safely.desk.newUrl('qcow2').split(':')[0] }, 'an address without a file');
});

test(
  'the safe export takes rights to the key',
  rule('key-permission'),
  async ({ ims, enter, resources, provided, exportOf, safely, judge }) => {
    const { limitedToken: token, projectId } = ims.credentials;
    const limited = enter('auth.limitedToken', { token, projectId });
    safely.needsSuccess(await safely.send({}, limited), 'a plain image exported by a user who may use no key');
    const keyed = await resources.activeImage(ims, { cmk_id: provided.cmkId });
    const { exchange, job } = await exportOf(keyed, 'ExportImageInSafeMode').send({}, limited);
    if (job) judge.equal(job.status, 'FAIL', 'the end of the job of an export without rights to the key', { exchange });
    else judge.rejected(exchange, 'an export without rights to the key is refused');
  },
);
