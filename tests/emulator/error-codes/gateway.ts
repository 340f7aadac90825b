import { officialHeaders } from '../signed-request.js';
import type { Recipe } from './recipe.js';

const list = '/v2/cloudimages';
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

/** The gateway, and who may do what. */
export const gatewayRecipes: Record<string, Recipe> = {
  'APIGW.0101': (desk) => desk.send('GET', '/v9/cloudimages'),
  'APIGW.0201': (desk) => desk.send('GET', `${list}?name=${'a'.repeat(65_536)}`),
  'APIGW.0301': (desk) => desk.as({}, 'GET', list),
  'APIGW.0302': async (desk) => desk.as(await desk.user('ecs:*:*'), 'GET', list),
  'APIGW.0303': (desk) => {
    const { endpoint, configuration } = desk.stage.emulator;
    const request = { method: 'GET', url: endpoint + list };
    return desk.as(officialHeaders(request, configuration().auth, minutesAgo(20)), 'GET', list);
  },
  'APIGW.0307': async (desk) => {
    await desk.seed({ projects: [{ name: 'ims-main', token: 'the-next-token' }] });
    return desk.send('GET', list);
  },
  'APIGW.0308': async (desk) => {
    await desk.seed({ deployment: { requestsPerSecond: 1 } });
    const replies = await Promise.all([1, 2, 3].map(() => desk.send('GET', list)));
    return replies.find(({ status }) => status >= 400) ?? desk.send('GET', list);
  },
  'IMG.0026': async (desk) => desk.as(await desk.user('ims:*:list'), 'DELETE', `/v2/images/${await desk.active()}`),
  'IMG.0030': (desk) => desk.send('GET', `/v1/${desk.stage.member.projectId}/cloudimages/quota`),
  'IMG.0087': async (desk) => {
    await desk.seed({ deployment: { gateway: false } });
    return desk.as({ 'X-Auth-Token': 'of-nobody' }, 'GET', list);
  },
  'IMG.0067': (desk) => desk.send('GET', '/v1/nope/cloudimages/quota'),
};
