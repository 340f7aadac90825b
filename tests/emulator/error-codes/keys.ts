import type { Desk, Recipe } from './recipe.js';

const id = (): string => crypto.randomUUID();
const image = 'ims:*:*';

/** An encrypted image of the main project, and its key. */
async function encrypted(desk: Desk): Promise<{ source: string; key: string }> {
  const key = id();
  await desk.seed({ keys: [{ name: 'own', id: key }] });
  return { key, source: await desk.active({ cmk_id: key }) };
}

async function asSafely(desk: Desk, path: string, body: object): ReturnType<Recipe> {
  return desk.send('POST', path, { name: 'safe', ...body }, await desk.user(image));
}

/** Keys that images are encrypted with. */
export const keyRecipes: Record<string, Recipe> = {
  'IMG.0095': (desk) => desk.create({ cmk_id: id() }),
  'IMG.0096': async (desk) => {
    const { source, key } = await encrypted(desk);
    return desk.copy(source, { cmk_id: key });
  },
  'IMG.0097': async (desk) => {
    const key = id();
    await desk.seed({ keys: [{ name: 'off', id: key, enabled: false }] });
    return desk.create({ cmk_id: key });
  },
  'IMG.0099': async (desk) => {
    const key = id();
    await desk.seed({ keys: [{ name: 'foreign', id: key, project: 'ims-member' }] });
    return desk.create({ cmk_id: key });
  },
  'IMG.0101': async (desk) => {
    const { source, key } = await encrypted(desk);
    await desk.send('POST', '/_emulator/remove', { ids: [key] });
    return desk.copy(source);
  },
  'IMG.0102': async (desk) => {
    const { source, key } = await encrypted(desk);
    await desk.seed({ keys: [{ name: 'own', id: key, enabled: false }] });
    return desk.copy(source);
  },
  'IMG.0103': async (desk) => {
    const { source } = await encrypted(desk);
    return asSafely(desk, `/v2.1/cloudimages/${source}/copy`, {});
  },
};
