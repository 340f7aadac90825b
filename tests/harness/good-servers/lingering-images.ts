import type { Passing } from './passing.js';

interface Shown {
  id: string;
}

/** Shows deleted images for a while: a deletion is answered before it is done (ims-behaviour, 4.5). */
export class LingeringImages {
  private readonly shown = new Map<string, Shown>();
  private readonly deleted = new Map<string, number>();
  constructor(private readonly milliseconds: number) {}

  /** Remembers what an answer shows, or puts an image back into it that is deleted only soon. @param caller whose answer it is. */
  pass(answer: Passing, caller: string): void {
    const [path = '', query = ''] = answer.path.split('?');
    const id = /^\/v[12](?:\.1)?\/images\/([^/]+)$/.exec(path)?.[1];
    const listedId = path === '/v2/cloudimages' ? new URLSearchParams(query).get('id') : null;
    if (answer.method === 'DELETE' && id && answer.status === 204) this.deleted.set(id, performance.now());
    if (answer.method !== 'GET') return;
    const { images } = (answer.body ?? {}) as { images?: Shown[] };
    // Version 1 shows images in another form.
    const view = `${caller} ${path.slice(0, '/v1'.length)}`;
    for (const image of images ?? []) this.shown.set(`${view} ${image.id}`, image);
    if (id && answer.status === 200) this.shown.set(`${view} ${id}`, answer.body as Shown);
    const before = this.shown.get(`${view} ${id ?? listedId}`);
    if (!before || performance.now() - (this.deleted.get(before.id) ?? Number.NEGATIVE_INFINITY) > this.milliseconds)
      return;
    if (id && answer.status === 404) Object.assign(answer, { status: 200, body: before });
    if (listedId && images?.length === 0) answer.body = { images: [before] };
  }
}
