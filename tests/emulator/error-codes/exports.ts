import type { SeedData } from '../../../fixtures/emulator/index.js';
import type { Desk, Recipe } from './recipe.js';

type Image = NonNullable<SeedData['images']>[number];

/** Asks to export an image to a place of its own; the body changes one thing. */
function send(desk: Desk, image: string, body: object = {}): ReturnType<Recipe> {
  const place = { bucket_url: `ims-exports:${crypto.randomUUID()}.qcow2`, file_format: 'qcow2' };
  return desk.send('POST', `/v1/cloudimages/${image}/file`, { ...place, ...body });
}

/** Asks to export an image that is there already and has these traits. */
async function sendSeeded(desk: Desk, traits: Partial<Image>): ReturnType<Recipe> {
  const id = crypto.randomUUID();
  await desk.seed({ images: [{ name: 'seeded', id, ...traits }] });
  return send(desk, id);
}

async function sendTo(desk: Desk, bucket_url: string): ReturnType<Recipe> {
  return send(desk, await desk.active(), { bucket_url });
}

/** A server made from a public image with these traits; an image of it is exported. */
async function sendDerived(desk: Desk, properties: Record<string, string>): ReturnType<Recipe> {
  const instance_id = crypto.randomUUID();
  await desk.seed({ images: [{ name: 'parent', project: 'ims-public', visibility: 'public', properties }] });
  await desk.seed({ servers: [{ name: 'child', id: instance_id, os: 'Linux', image: 'parent' }] });
  return send(desk, await desk.made(desk.createOf({ instance_id })));
}

/** Exports to the object store. */
export const exportRecipes: Record<string, Recipe> = {
  'IMG.0058': async (desk) => {
    await desk.seed({ buckets: [{ name: 'far-away', region: 'emulator-2' }] });
    return sendTo(desk, 'far-away:a.qcow2');
  },
  'IMG.0070': async (desk) => {
    await desk.done(sendTo(desk, 'ims-exports:a.qcow2'));
    return sendTo(desk, 'ims-exports:a.qcow2');
  },
  'IMG.0071': (desk) => sendDerived(desk, { __platform: 'Windows' }),
  'IMG.0072': async (desk) => send(desk, await desk.active(), { file_format: 'tar' }),
  'IMG.0073': (desk) => sendTo(desk, 'ims-exports:'),
  'IMG.0074': (desk) => sendTo(desk, `ims-exports:${'a'.repeat(300)}.qcow2`),
  'IMG.0075': (desk) => sendTo(desk, 'ims-exports:di*sk?.qcow2'),
  'IMG.0077': async (desk) => send(desk, await desk.publicImage()),
  'IMG.0078': async (desk) => send(desk, await desk.marketImage()),
  'IMG.0079': (desk) => sendDerived(desk, { __account_code: 'paid' }),
  'IMG.0080': (desk) => sendSeeded(desk, { properties: { __backup_id: crypto.randomUUID() } }),
  'IMG.0128': async (desk) => {
    const backup = { backup_id: desk.provided.csbsBackupId, whole_image_type: 'CSBS' };
    return send(desk, await desk.made(desk.whole(backup)));
  },
  'IMG.0148': async (desk) => {
    const id = await desk.active();
    await desk.slow();
    await send(desk, id);
    return send(desk, id);
  },
  'IMG.0160': (desk) => sendSeeded(desk, { properties: { __image_size: String(129 * 1024 ** 3) } }),
};
