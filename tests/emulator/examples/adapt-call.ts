import { activeImage, type Caller, endOf, queuedImage, type Stage } from '../caller.js';
import type { ExampleCall } from './example-calls.js';

/** A request with ids that exist, and who is to send it. */
export interface AdaptedCall {
  who: Caller;
  path: string;
  body?: unknown;
}

type Things = Record<string, unknown>;

const decided = /UpdateImageMember|BatchUpdateMembers/;
const shared = /Member/;

/** Puts things that exist in place of those that an example names: images, jobs, servers, backups, files, projects. */
export async function adaptCall({ operation, path, query, body }: ExampleCall, stage: Stage): Promise<AdaptedCall> {
  const { operationId } = operation;
  const isWhole = JSON.stringify(body ?? {}).includes('vault_id') && /Member|CrossRegion/.test(operationId);
  const image = async (): Promise<string> => {
    if (/RegisterImage|GlanceUploadImage/.test(operationId))
      return queuedImage(stage.main, { __os_version: 'CentOS 7.3 64bit' });
    const id = isWhole ? await wholeImage(stage) : await activeImage(stage);
    if (shared.test(operationId) && !/AddMembers|AddImageMember/.test(operationId)) await share(stage, id);
    return id;
  };
  const id = await image();
  if (operationId === 'GlanceUploadImage') return { who: stage.main, path: `/v2/images/${id}/file`, body: 'QFI' };
  const ready = body === undefined ? undefined : await adapted(body, { stage, operationId, image, first: id });
  await prepare(operationId, id, ready, stage);
  const values: Record<string, string> = {
    ...path,
    project_id: stage.main.projectId,
    image_id: id,
    member_id: stage.member.projectId,
    job_id: await anyJob(stage),
    key: 'example',
    tag: 'example',
    version: path.version ?? 'v2',
  };
  const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'x'));
  const search = new URLSearchParams(query.map(([name, value]) => [name, name === 'marker' ? id : value])).toString();
  const who = decided.test(operationId) ? stage.member : stage.main;
  return {
    who,
    path: search === '' ? address : `${address}?${search}`,
    ...(ready === undefined ? {} : { body: ready }),
  };
}

interface Means {
  stage: Stage;
  operationId: string;
  image(): Promise<string>;
  /** The image of the path. */
  first: string;
}

async function adapted(value: unknown, means: Means, key = ''): Promise<unknown> {
  if (Array.isArray(value) && key !== 'images' && key !== 'projects') {
    return Promise.all(value.map((item) => adapted(item, means, key)));
  }
  const { stage, operationId } = means;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value).map(
      async ([name, item]) => [name, await adapted(item, means, name)] as const,
    );
    const things = Object.fromEntries(await Promise.all(entries)) as Things;
    if ('backup_id' in things) things.backup_id = await freshBackup(stage, String(things.whole_image_type ?? 'CBR'));
    return things;
  }
  const { provided, member, otherRegion } = stage.emulator.configuration();
  const fixed: Things = {
    image_id: means.first,
    instance_id: provided.instanceId,
    volume_id: /data_images/.test(key) ? provided.dataVolumeId : provided.systemVolumeId,
    vault_id: vaultFor(operationId, stage),
    cmk_id: provided.cmkId,
    enterprise_project_id: '0',
    agency_name: otherRegion?.agencyName,
    region: otherRegion?.region,
    project_name: otherRegion?.projectName,
    project_id: member?.projectId,
    projects: [member?.projectId],
    member: member?.projectId,
  };
  if (key === 'images') return Promise.all((value as unknown[]).map(() => means.image()));
  if (key === 'image_url') return fileLike(String(value), stage);
  if (key === 'bucket_url')
    return `${provided.exportBucket}:${crypto.randomUUID()}${/\.\w+$/.exec(String(value))?.[0] ?? ''}`;
  return key in fixed ? fixed[key] : value;
}

/** A vault of whoever gets the image. */
function vaultFor(operationId: string, { emulator }: Stage): string | undefined {
  const { provided, otherRegion } = emulator.configuration();
  if (operationId === 'CopyImageCrossRegion') return otherRegion?.vaultId;
  return decided.test(operationId) ? provided.memberVaultId : provided.vaultId;
}

/** A file of the same format, with its bitmap where it is raw. */
function fileLike(url: string, { emulator }: Stage): string | undefined {
  const { objects } = emulator.configuration().provided;
  const format = /\.(\w+)$/.exec(url)?.[1] ?? 'qcow2';
  return format === 'raw' ? objects.rawWithBitmap : (objects[format] ?? objects.qcow2);
}

async function prepare(operationId: string, id: string, body: unknown, { main }: Stage): Promise<void> {
  const tags = `/v2/{p}/images/${id}/tags`;
  if (operationId === 'DeleteImageTag') await main.call('POST', tags, { tag: { key: 'example', value: 'x' } });
  if (operationId === 'GlanceDeleteTag') await main.call('PUT', `/v2/images/${id}/tags/example`);
  const removed = JSON.stringify(body ?? {}).includes('/my_note');
  const note = [{ op: 'add', path: '/my_note', value: 'x' }];
  if (removed) await main.call('PATCH', `/v2/cloudimages/${id}`, note);
}

async function share({ main, member }: Stage, id: string): Promise<void> {
  await main.call('POST', `/v2/images/${id}/members`, { member: member.projectId });
}

async function wholeImage(stage: Stage): Promise<string> {
  const backup_id = await freshBackup(stage, 'CBR');
  const wish = { name: 'whole', backup_id, whole_image_type: 'CBR' };
  const { body } = await stage.main.call('POST', '/v1/cloudimages/wholeimages/action', wish);
  return (await endOf(stage.main, body.job_id)).entities.image_id;
}

async function freshBackup({ emulator, main }: Stage, kind: string): Promise<string> {
  const id = crypto.randomUUID();
  const backups = [{ name: id, id, kind, server: 'linux', vault: 'vault' }];
  await main.call('POST', '/_emulator/seed', { backups });
  return emulator.world.backups.get(id)?.id ?? '';
}

async function anyJob({ main, objects }: Stage): Promise<string> {
  const wish = { name: 'any', image_url: objects.qcow2, min_disk: 40 };
  return (await main.call('POST', '/v2/cloudimages/action', wish)).body.job_id;
}
