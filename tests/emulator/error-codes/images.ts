import { Desk, type Recipe } from './recipe.js';

/** Images that are named: which they are, whose they are, and what may be done to them. */
export const imageRecipes: Record<string, Recipe> = {
  'IMG.0016': async (desk) => desk.send('DELETE', `/v2/images/${await desk.active()}`, { delete_backup: 'maybe' }),
  'IMG.0023': (desk) => desk.send('GET', '/v1/{p}/jobs/ff80808200000000000000000000dead'),
  'IMG.0027': (desk) => desk.patch(crypto.randomUUID(), { op: 'replace', path: '/name', value: 'a' }),
  'IMG.0028': async () => {
    const desk = await Desk.open('otc');
    const { body } = await desk.send('POST', '/v2/images', { name: 'guarded', protected: true });
    const refusal = await desk.send('DELETE', `/v2/images/${body.id}`);
    await desk.stage.emulator.close();
    return refusal;
  },
  'IMG.0035': async (desk) => desk.patch(await desk.active(), { op: 'replace', path: '/none', value: 'a' }),
  'IMG.0046': async (desk) => {
    const { body } = await desk.send('POST', '/v2/images', { name: 'queued' });
    return desk.copy(body.id);
  },
  'IMG.0047': async (desk) => desk.tag(await desk.publicImage(), { key: 'a', value: 'b' }),
  'IMG.0066': (desk) => desk.tag('not-a-uuid', { key: 'a', value: 'b' }),
  'IMG.0086': (desk) => desk.share([crypto.randomUUID(), crypto.randomUUID()]),
  'IMG.0090': async (desk) => {
    await desk.slow();
    await desk.create({ name: 'saving' });
    const { body } = await desk.send('GET', '/v2/cloudimages?name=saving');
    return desk.send('DELETE', `/v2/images/${body.images[0].id}`);
  },
  'IMG.0091': async (desk) => {
    const { body } = await desk.send('POST', '/v2/images', { name: 'guarded', protected: true });
    return desk.send('DELETE', `/v2/images/${body.id}`);
  },
  'IMG.0092': async (desk) => {
    const id = await desk.active();
    await desk.done(desk.share([id]));
    return desk.stage.member.call('DELETE', `/v2/images/${id}`);
  },
  'IMG.0093': async (desk) => desk.send('DELETE', `/v2/images/${await desk.marketImage()}`),
  'IMG.0094': async (desk) => desk.send('DELETE', `/v2/images/${await desk.publicImage()}`),
  'IMG.0105': async (desk) => desk.patch(await desk.active(), { op: 'move', path: '/name', value: 'a' }),
  'IMG.0106': async (desk) => desk.copy(await desk.publicImage()),
  'IMG.0144': async (desk) => {
    const id = await desk.active();
    await desk.send('DELETE', `/v2/images/${id}`);
    return desk.copy(id);
  },
};
