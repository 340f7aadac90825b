import type { Passing } from './passing.js';

interface Remembered extends Pick<Passing, 'status' | 'headers' | 'body' | 'text'> {
  at: number;
}

const anyId = /[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}/g;
const ownProject = /^\/v[12](?:\.1)?\/[0-9a-f]{32}(?=\/)/;

const headers = { 'x-request-id': '0'.repeat(32), 'content-type': 'application/json' };
const absent = { error: { code: 'IMG.0027', message: 'There is no such thing yet.' } };

/** Reads as a replica answers them that hears of everything late. */
export class LaggingReads {
  private readonly remembered = new Map<string, Remembered>();
  private readonly born = new Map<string, number>();
  constructor(private readonly milliseconds: number) {}

  /** What a read is answered that the replica cannot answer yet. @param asked its headers: whose read it is. */
  instead({ method, path }: Pick<Passing, 'method' | 'path'>, asked: string): Omit<Remembered, 'at'> | undefined {
    if (method !== 'GET') return undefined;
    const before = this.remembered.get(`${asked} ${path}`);
    if (before && this.isRecent(before.at)) return before;
    return this.isNew(path) ? { status: 404, headers, body: absent, text: JSON.stringify(absent) } : undefined;
  }

  /** Remembers an answer and the ids that it tells for the first time. */
  pass({ method, path, status, headers, body, text }: Passing, asked: string): void {
    const at = performance.now();
    for (const [id] of text.matchAll(anyId)) if (!this.born.has(id)) this.born.set(id, at);
    if (method === 'GET') this.remembered.set(`${asked} ${path}`, { at, status, headers, body, text });
  }

  private isRecent(at = Number.NEGATIVE_INFINITY): boolean {
    return performance.now() - at < this.milliseconds;
  }

  /** Whether the image or job of the path was first told a moment ago. */
  private isNew(path: string): boolean {
    const [route = ''] = path.replace(ownProject, '').split('?');
    const [id] = [...route.matchAll(anyId)].at(-1) ?? [];
    return id !== undefined && this.isRecent(this.born.get(id));
  }
}
