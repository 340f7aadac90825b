import { type Asked, accepted } from './accepted.js';
import type { Desk } from './recipe.js';

/** Breaks an operation's accepted request so that it meets the code. */
export type Breach = (desk: Desk, operation: string) => Promise<Asked>;

type Json = Record<string, unknown>;

async function asked(desk: Desk, operation: string, image?: string): Promise<Asked> {
  const make = accepted[operation];
  if (!make) throw new Error(`There is no accepted request of ${operation}.`);
  return make(desk, image ?? (operation === 'RegisterImage' ? await queued(desk) : await desk.active()));
}

async function queued(desk: Desk): Promise<string> {
  return (await desk.send('POST', '/v2/images', { name: 'queued' })).body.id;
}

/** The request with members of its body changed; a patch sets the property of that name. */
const having =
  (change: Json, property: Record<string, string> = {}): Breach =>
  async (desk, operation) => {
    const request = await asked(desk, operation);
    if (!Array.isArray(request.body)) return { ...request, body: { ...(request.body as Json), ...change } };
    const body = Object.entries(change).map(([name, value]) => ({
      op: 'add',
      path: `/${property[name] ?? name}`,
      value,
    }));
    return { ...request, body };
  };

const withBody =
  (body: unknown): Breach =>
  async (desk, operation) => ({ ...(await asked(desk, operation)), body });

const about =
  (image: (desk: Desk) => string | Promise<string>): Breach =>
  async (desk, operation) =>
    asked(desk, operation, await image(desk));

const inProject =
  (project: (desk: Desk) => string): Breach =>
  async (desk, operation) => {
    const request = await asked(desk, operation);
    if (request.path.includes('{p}')) return { ...request, path: request.path.replace('{p}', project(desk)) };
    const { images } = request.body as Json;
    const body = { images, projects: [project(desk)], project_id: project(desk), status: 'accepted' };
    return { ...request, body };
  };

/** The tag in whatever notation the operation has. */
const tagged =
  (...keys: string[]): Breach =>
  async (desk, operation) => {
    const request = await asked(desk, operation);
    const tags = keys.map((key) => ({ key, value: 'v' }));
    if (operation === 'AddImageTag') return { ...request, body: { tag: tags[0] } };
    const body = request.body as Json;
    if (operation === 'CreateOrUpdateTags') return { ...request, body: { ...body, image_tag: tags[0] } };
    return { ...request, body: { ...body, [operation.includes('Tags') ? 'tags' : 'image_tags']: tags } };
  };

const stored = (address: string): Breach => having({ image_url: address, bucket_url: address });
const description = { description: '__description' };
const letters = (count: number): string => 'a'.repeat(count);

/** By code, for codes that many operations give. */
export const breaches: Record<string, Breach> = {
  'IMG.0001': withBody('{"images": ['),
  'IMG.0002': having({ name: letters(129) }),
  'IMG.0003': having({ name: 'im@g' }),
  'IMG.0004': having({ description: letters(1025) }, description),
  'IMG.0007': withBody(''),
  'IMG.0009': async (desk, operation) => {
    const request = await having({ name: 'taken' })(desk, operation);
    await desk.seed({ deployment: { uniqueNames: true } });
    const project = operation === 'CopyImageCrossRegion' ? 'ims-main-2' : 'ims-main';
    await desk.seed({ images: [{ name: 'taken', project }] });
    return request;
  },
  'IMG.0013': having({ name: undefined }),
  'IMG.0015': async (desk, operation) => {
    const request = await asked(desk, operation);
    await desk.seed({
      projects: [
        { name: 'ims-main', quota: { image: 0 } },
        { name: 'ims-main-2', region: 'emulator-2', domain: 'ims-main-account', user: 'ims-main', quota: { image: 0 } },
      ],
    });
    return request;
  },
  'IMG.0017': async (desk, operation) => {
    const { path, ...request } = await asked(desk, operation);
    return { ...request, path: `${path.split('?')[0]}?limit=ten` };
  },
  'IMG.0024': async (desk, operation) => {
    const request = await asked(desk, operation);
    if (request.body) return having({ type: 'VM' })(desk, operation);
    return { ...request, path: `${request.path}&__imagetype=silver` };
  },
  'IMG.0027': about(() => crypto.randomUUID()),
  'IMG.0030': inProject(({ stage }) => stage.member.projectId),
  'IMG.0031': async (desk, operation) => {
    const request = await asked(desk, operation, 'not-a-uuid');
    return operation.startsWith('Create') && !operation.endsWith('Tags')
      ? { ...request, body: { name: 'of a server', instance_id: 'not-a-uuid' } }
      : request;
  },
  'IMG.0046': about(queued),
  'IMG.0047': about((desk) => desk.publicImage()),
  'IMG.0054': having({ description: 'a<b' }, description),
  'IMG.0055': async (desk, operation) =>
    having(/^CreateData/.test(operation) ? { min_disk: 5000 } : { min_ram: -1 })(desk, operation),
  'IMG.0056': having({ os_type: 'BeOS' }),
  'IMG.0057': stored('ims-images:none.qcow2'),
  'IMG.0058': async (desk, operation) => {
    await desk.seed({
      buckets: [{ name: 'far-away', region: 'emulator-2', objects: [{ key: 'file', format: 'raw' }] }],
    });
    return stored('far-away:file')(desk, operation);
  },
  'IMG.0059': async (desk, operation) => {
    const objects = [{ key: 'file', format: 'raw' as const, fileSize: 1025 }];
    await desk.seed({ buckets: [{ name: 'one-object', objects }] });
    return stored('one-object:file')(desk, operation);
  },
  'IMG.0060': async (desk, operation) => {
    const request = await asked(desk, operation);
    await desk.seed({ deployment: { jobsAtATime: 1 } });
    await desk.slow();
    await desk.create();
    return request;
  },
  'IMG.0062': having({ name: '   ' }),
  'IMG.0066': about(() => 'not-a-uuid'),
  'IMG.0067': inProject(() => 'nope'),
  'IMG.0068': stored(':disk.qcow2'),
  'IMG.0069': stored('ims-nowhere:disk.qcow2'),
  'IMG.0086': about(() => crypto.randomUUID()),
  'IMG.0105': async (desk, operation) => {
    const request = await asked(desk, operation);
    const patch = [{ op: 'move', path: '/name', value: 'a' }];
    return { ...request, body: Array.isArray(request.body) ? patch : { ...(request.body as Json), action: 'move' } };
  },
  'IMG.0106': about((desk) => desk.publicImage()),
  'IMG.0108': async (desk, operation) => {
    const nobody = crypto.randomUUID().replaceAll('-', '');
    if (operation.startsWith('Glance')) return having({ member: nobody })(desk, operation);
    return inProject(() => nobody)(desk, operation);
  },
  'IMG.0109': stored('My_Bucket!:disk.qcow2'),
  'IMG.0115': tagged(letters(200)),
  'IMG.0116': async (desk, operation) => {
    const keys = Array.from({ length: 11 }, (_, index) => `key${index}`);
    if (!/^(Add|CreateOr)/.test(operation)) return tagged(...keys)(desk, operation);
    const image = await desk.active({ tags: keys.slice(1) });
    return asked(desk, operation, image);
  },
  'IMG.0122': having({ os_type: 'BeOS' }),
  'IMG.0144': about(async (desk) => {
    const image = await desk.active();
    await desk.send('DELETE', `/v2/images/${image}`);
    return image;
  }),
  'IMG.0155': having({ enterprise_project_id: crypto.randomUUID() }),
  'IMG.0175': stored('ims-images:my disk.qcow2'),
};
