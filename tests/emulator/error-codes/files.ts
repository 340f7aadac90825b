import type { Desk, Recipe } from './recipe.js';

/** Asks for an image of an object with these traits. */
async function ofObject(desk: Desk, object: object): ReturnType<Recipe> {
  await desk.seed({ buckets: [{ name: 'one-object', objects: [{ key: 'file', format: 'raw', ...object }] }] });
  return desk.create({ image_url: 'one-object:file' });
}

/** Files in the object store, and their addresses. */
export const fileRecipes: Record<string, Recipe> = {
  'IMG.0057': (desk) => desk.create({ image_url: 'ims-images:none.qcow2' }),
  'IMG.0059': (desk) => ofObject(desk, { fileSize: 129 }),
  'IMG.0068': (desk) => desk.create({ image_url: ':disk.qcow2' }),
  'IMG.0069': (desk) => desk.create({ image_url: 'ims-member-images:cirros.qcow2' }),
  'IMG.0109': (desk) => desk.create({ image_url: 'My_Bucket!:disk.qcow2' }),
  'IMG.0118': (desk) => desk.create({ type: 'BMS', cmk_id: desk.provided.cmkId }),
  'IMG.0123': (desk) => {
    const { qcow2: image_url } = desk.stage.objects;
    return desk.create({ data_images: [{ name: 'd', image_url, min_disk: 40 }] });
  },
  'IMG.0158': (desk) => desk.quick({ image_url: desk.stage.objects.qcow2 }),
  'IMG.0159': (desk) => desk.quick({ os_version: undefined }),
  'IMG.0166': (desk) => desk.create({ type: 'IsoImage', image_url: desk.stage.objects.iso }),
  'IMG.0167': async (desk) => {
    const iso = { type: 'IsoImage', image_url: desk.stage.objects.iso, os_version: 'CentOS 7.3 64bit' };
    return desk.copy(await desk.active(iso));
  },
  'IMG.0175': (desk) => desk.create({ image_url: 'ims-images:my disk.qcow2' }),
  'IMG.0194': (desk) => {
    const keys = ['vhd', 'raw', 'vmdk', 'vdi'];
    const data_images = keys.map((key) => ({ name: key, image_url: desk.stage.objects[key], min_disk: 40 }));
    return desk.create({ data_images });
  },
  'IMG.1075': async (desk) =>
    desk.send('PUT', `/v1/cloudimages/${await desk.active()}/upload`, { image_url: desk.stage.objects.qcow2 }),
};
