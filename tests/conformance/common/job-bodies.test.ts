import { CreationForm } from '../../../fixtures/creation/creation-form.js';
import { fileForms } from '../../../fixtures/creation/file-forms.js';
import { test } from '../../../fixtures/exports/export-test.js';
import { FillDesk } from '../../../fixtures/filling/fill-desk.js';
import { proves } from '../../../fixtures/index.js';
import { brokenBodies } from '../../../fixtures/odd/broken-bodies.js';

const headers = { 'Content-Type': 'application/json' };

test(
  'a broken body makes no image',
  proves('common.making-bodies'),
  async ({ form, creation, active, images, judge }) => {
    const copy = new CreationForm(creation, judge, 'CopyImageInRegion', {}, { image_id: active.id });
    for (const { call, made } of [...fileForms(form), { call: 'CopyImageInRegion', made: copy }]) {
      await made.refusesBroken(call, images);
    }
  },
);

test(
  'a broken body moves no file',
  proves('common.file-bodies'),
  async ({ ims, active, exporting, neighbour, resources, provided, session, judge }) => {
    const filling = new FillDesk(ims, resources, session.configuration.timeouts.jobSeconds);
    const waiting = await filling.prepared();
    const file = { image_url: provided.objects.qcow2 };
    for (const body of brokenBodies(file)) {
      const exchange = await ims.call('RegisterImage', { path: { image_id: waiting.id }, body, headers });
      judge.rejected(exchange, `the body "${body}" of a registration is refused`);
    }
    judge.equal(await filling.stateOf(waiting, 0), 'queued', 'the state of the image');
    judge.needs((await filling.register(waiting, file)).exchange, 'a whole body of a registration is accepted');
    await neighbour();
    const target = exporting.body();
    const written = { url: String(target.bucket_url), operation: 'ExportImage', project: ims.projectId };
    for (const body of brokenBodies(target)) {
      const send = () => ims.call('ExportImage', { path: { image_id: active.id }, body, headers });
      const exchange = await resources.files.putting(written, send);
      judge.rejected(exchange, `the body "${body}" of an export is refused`);
    }
  },
);
