import type { Recipe } from './recipe.js';

const characters = (count: number): string => 'a'.repeat(count);

/** Bodies, names, descriptions, sizes and types. */
export const nameRecipes: Record<string, Recipe> = {
  'IMG.0001': (desk) => desk.send('POST', '/v1/cloudimages/members', '{"images": ['),
  'IMG.0002': (desk) => desk.create({ name: characters(129) }),
  'IMG.0003': (desk) => desk.create({ name: 'im@g' }),
  'IMG.0004': (desk) => desk.create({ description: characters(1025) }),
  'IMG.0007': (desk) => desk.send('POST', '/v2/cloudimages/action', ''),
  'IMG.0009': async (desk) => {
    await desk.seed({ deployment: { uniqueNames: true } });
    await desk.done(desk.create());
    return desk.create();
  },
  'IMG.0013': (desk) => desk.create({ name: undefined }),
  'IMG.0015': async (desk) => {
    await desk.seed({ projects: [{ name: 'ims-main', quota: { image: 1 } }] });
    await desk.done(desk.create());
    return desk.create();
  },
  'IMG.0024': (desk) => desk.create({ type: 'VM' }),
  'IMG.0054': (desk) => desk.create({ description: 'a<b' }),
  'IMG.0055': (desk) => desk.create({ min_disk: 5000 }),
  'IMG.0060': async (desk) => {
    await desk.seed({ deployment: { jobsAtATime: 1 } });
    await desk.slow();
    await desk.create();
    return desk.create();
  },
  'IMG.0062': (desk) => desk.create({ name: '   ' }),
  'IMG.0117': (desk) => desk.quick({ type: 'VM' }),
  'IMG.0122': (desk) => desk.dataImage({ os_type: 'BeOS' }),
  'IMG.0056': (desk) => desk.create({ os_type: 'BeOS' }),
  'IMG.0141': (desk) => desk.create({ hw_firmware_type: 'efi' }),
  'IMG.0155': (desk) => desk.create({ enterprise_project_id: crypto.randomUUID() }),
  'IMG.0157': (desk) => desk.quick({ type: 'IsoImage' }),
  'IMG.0212': (desk) => desk.create({ architecture: 'mips' }),
};
