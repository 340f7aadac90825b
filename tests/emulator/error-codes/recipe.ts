import type { SeedData } from '../../../fixtures/emulator/index.js';
import { activeImage, endOf, openStage, type Reply, type Stage } from '../caller.js';

/** How a client meets an error code: the answer that carries it, or that starts the job which does. */
export type Recipe = (desk: Desk) => Promise<Reply>;

const gold = '__imagetype=gold&limit=1';

/** An emulator of one's own, and calls that are accepted as they are: a recipe changes one thing of them. */
export class Desk {
  private constructor(readonly stage: Stage) {}

  /** @param profile whose documents the emulator follows. */
  static async open(profile = 'huaweicloud'): Promise<Desk> {
    return new Desk(await openStage({ jobSeconds: 0, profile }));
  }

  get provided() {
    return this.stage.emulator.configuration().provided;
  }

  send(...request: Parameters<Stage['main']['call']>): Promise<Reply> {
    return this.stage.main.call(...request);
  }

  /** Sends a request as somebody else: with the headers given and no others. */
  async as(headers: Record<string, string>, method: string, path: string): Promise<Reply> {
    const { endpoint } = this.stage.emulator;
    const response = await fetch(endpoint + path.replace('{p}', this.stage.main.projectId), { method, headers });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** A new user of the main project who is allowed these; gives the header with his token. */
  async user(...actions: string[]): Promise<Record<string, string>> {
    await this.seed({ users: [{ name: 'somebody', token: 'of-somebody', actions }] });
    return { 'X-Auth-Token': 'of-somebody' };
  }

  /** Adds to what there is. */
  async seed(data: SeedData): Promise<void> {
    const { status, body } = await this.send('POST', '/_emulator/seed', data);
    if (status !== 200) throw new Error(body.error.message);
  }

  /** Jobs that begin from now on do not end. */
  async slow(): Promise<void> {
    await this.send('PUT', '/_emulator/job-durations', { default: 3600 });
  }

  /** Asks for an image of a file. */
  create(body: object = {}): Promise<Reply> {
    const file = { name: 'of a file', image_url: this.stage.objects.qcow2, min_disk: 40 };
    return this.send('POST', '/v2/cloudimages/action', { ...file, ...body });
  }

  /** Asks for an image of what the body names. */
  createOf(body: object): Promise<Reply> {
    return this.send('POST', '/v2/cloudimages/action', { name: 'of a source', ...body });
  }

  quick(body: object = {}): Promise<Reply> {
    const { zvhd2: image_url } = this.stage.objects;
    const file = { name: 'quick', image_url, min_disk: 40, os_version: 'CentOS 7.3 64bit' };
    return this.send('POST', '/v2/cloudimages/quickimport/action', { ...file, ...body });
  }

  dataImage(body: object = {}): Promise<Reply> {
    const file = { name: 'data', image_url: this.stage.objects.qcow2, min_disk: 40 };
    return this.send('POST', '/v1/cloudimages/dataimages/action', { ...file, ...body });
  }

  /** Asks for an image of a whole server, or of a backup. */
  whole(body: object, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', '/v1/cloudimages/wholeimages/action', { name: 'whole', ...body }, headers);
  }

  copy(id: string, body: object = {}): Promise<Reply> {
    return this.send('POST', `/v1/cloudimages/${id}/copy`, { name: 'copy', ...body });
  }

  patch(id: string, ...changes: object[]): Promise<Reply> {
    return this.send('PATCH', `/v2/cloudimages/${id}`, changes);
  }

  /** Asks to share images with the second project. */
  share(images: string[], body: object = { projects: [this.stage.member.projectId] }): Promise<Reply> {
    return this.send('POST', '/v1/cloudimages/members', { images, ...body });
  }

  tag(id: string, tag: object): Promise<Reply> {
    return this.send('POST', `/v2/{p}/images/${id}/tags`, { tag });
  }

  active(body: object = {}): Promise<string> {
    return activeImage(this.stage, body);
  }

  async publicImage(): Promise<string> {
    return (await this.send('GET', `/v2/cloudimages?${gold}`)).body.images[0].id;
  }

  /** An image of the marketplace. */
  async marketImage(): Promise<string> {
    const id = crypto.randomUUID();
    const traits = { visibility: 'public', properties: { __imagetype: 'market' } } as const;
    await this.seed({ images: [{ name: 'sold', id, project: 'ims-public', ...traits }] });
    return id;
  }

  /** What a job made. */
  async made(started: Promise<Reply>): Promise<string> {
    const job = await endOf(this.stage.main, (await started).body.job_id);
    if (job.status !== 'SUCCESS') throw new Error(`${job.error_code}: ${job.fail_reason}`);
    return job.entities.image_id;
  }

  async done(started: Promise<Reply>): Promise<void> {
    await this.made(started);
  }
}
