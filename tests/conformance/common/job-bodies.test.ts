import { CreationForm } from '../../../fixtures/creation-form.js';
import { test } from '../../../fixtures/export-test.js';
import { fileForms } from '../../../fixtures/file-forms.js';
import { FillDesk } from '../../../fixtures/fill-desk.js';
import { proves } from '../../../fixtures/index.js';

const headers = { 'Content-Type': 'application/json' };

/** No body, and what is no JSON. */
function brokenBodies(body: object): string[] {
  const whole = JSON.stringify(body);
  return ['', '{', whole.slice(0, -1), whole.replace(':', ' '), 'ims-conformance'];
}

test(
  'a broken body makes no image',
  proves('common.making-bodies'),
  async ({ ims, form, creation, active, images, resources, judge }) => {
    const path = { image_id: active.id };
    const copy = new CreationForm(creation, judge, 'CopyImageInRegion', {}, path);
    for (const { call, made } of [...fileForms(form), { call: 'CopyImageInRegion', made: copy }]) {
      const name = resources.uniqueName();
      for (const body of brokenBodies(made.body({ name }))) {
        const send = () => ims.call(call as 'CopyImageInRegion', { path, body, headers });
        const exchange = await resources.creating(call, ims, name, send);
        if (exchange.response.status >= 400) resources.forget(name);
        judge.rejected(exchange, `the body "${body}" of ${call} is refused`);
      }
      await made.makes({}, `a body of ${call}`);
      judge.equal(await images.namedLeft(name), [], `the images of broken bodies of ${call}`);
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
    judge.accepted((await filling.register(waiting, file)).exchange, 'a whole body of a registration is accepted');
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
