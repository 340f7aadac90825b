import type { Recipe } from './recipe.js';

const one = (key: string, value = 'v') => ({ key, value });

/** Lists, tags and whatever else is looked for. */
export const queryRecipes: Record<string, Recipe> = {
  'IMG.0017': (desk) => desk.send('GET', '/v2/cloudimages?limit=ten'),
  'IMG.0115': async (desk) => desk.tag(await desk.active(), one('a=b')),
  'IMG.0116': async (desk) => {
    const tags = Array.from({ length: 10 }, (_, index) => `key${index}.v`);
    return desk.tag(await desk.active({ tags }), one('eleventh'));
  },
  'IMG.0121': async (desk) => desk.send('DELETE', `/v2/{p}/images/${await desk.active()}/tags/none`),
  'IMG.0192': (desk) => desk.send('GET', '/v2/cloudimages?flavor_id=s6.small.1,s6.small.2'),
};
