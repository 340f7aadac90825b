import type { Recipe } from './recipe.js';

const hex = (): string => crypto.randomUUID().replaceAll('-', '');

/** Sharing with other projects. */
export const sharingRecipes: Record<string, Recipe> = {
  'IMG.0041': async (desk) => desk.share([await desk.active()], { projects: [] }),
  'IMG.0076': async (desk) => desk.share([await desk.active()], { projects: [desk.stage.main.projectId] }),
  'IMG.0088': async (desk) => desk.share([await desk.active()], { projects: desk.provided.receivers }),
  'IMG.0089': async (desk) => desk.share([await desk.publicImage()]),
  'IMG.0098': async (desk) => desk.share([await desk.active({ cmk_id: desk.provided.cmkId })]),
  'IMG.0107': async (desk) => desk.share([await desk.marketImage()]),
  'IMG.0108': async (desk) => desk.share([await desk.active()], { projects: [hex()] }),
  'IMG.0112': async (desk) => {
    const id = await desk.active();
    const body = { member: desk.stage.member.projectId };
    await desk.send('POST', `/v2/images/${id}/members`, body);
    return desk.send('POST', `/v2/images/${id}/members`, body);
  },
  'IMG.0113': async (desk) => {
    const projects = [desk.stage.member.projectId];
    return desk.send('DELETE', '/v1/cloudimages/members', { images: [await desk.active()], projects });
  },
  'IMG.0114': async (desk) => {
    const member = desk.stage.member.projectId;
    return desk.send('GET', `/v1/{p}/cloudimages/${await desk.active()}/members/${member}`);
  },
  'IMG.0135': async (desk) => {
    const backup = { backup_id: desk.provided.csbsBackupId, whole_image_type: 'CSBS' };
    return desk.share([await desk.made(desk.whole(backup))]);
  },
  'IMG.0178': async (desk) => {
    const own = [...desk.stage.emulator.world.projects.values()].find(({ id }) => id === desk.stage.main.projectId);
    return desk.share([await desk.active()], { domains: [own?.domainId] });
  },
  'IMG.0196': async (desk) => {
    const id = await desk.active();
    await desk.done(desk.share([id]));
    return desk.stage.member.call('POST', `/v1/cloudimages/${id}/copy`, { name: 'too early' });
  },
  'IMG.0197': async (desk) => {
    const [id, cmk_id] = [await desk.active(), crypto.randomUUID()];
    await desk.seed({ keys: [{ name: 'of the member', id: cmk_id, project: 'ims-member' }] });
    await desk.done(desk.share([id]));
    const { call, projectId } = desk.stage.member;
    await call('PUT', `/v2/images/${id}/members/${projectId}`, { status: 'accepted' });
    return call('POST', `/v1/cloudimages/${id}/copy`, { name: 'encrypted', cmk_id });
  },
};
