import { createHash, createHmac } from 'node:crypto';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';

export interface KeyPair {
  ak: string;
  sk: string;
}

export interface ToSign {
  method: string;
  /** With query. */
  url: string;
  headers?: Record<string, string>;
  body?: object;
}

/** The headers that the official SDK sends with such a request. `at`: time of the signature. */
export function officialHeaders(
  { method, url, headers = {}, body }: ToSign,
  pair: KeyPair,
  at = new Date(),
): Record<string, string> {
  const { searchParams, origin, pathname } = new URL(url);
  const request = {
    method,
    endpoint: origin + pathname,
    url: pathname,
    headers: { 'content-type': 'application/json', ...headers, 'X-Sdk-Date': compact(at) },
    queryParams: Object.fromEntries(searchParams),
    data: body,
  };
  const credential = { getAk: () => pair.ak, getSk: () => pair.sk };
  return AKSKSigner.sign(request as never, credential as never) as Record<string, string>;
}

/** The headers of the older notation, in which the key is derived: empty region and service, as clients send them. */
export function scopedHeaders(
  { method, url, headers = {} }: ToSign,
  pair: KeyPair,
  at = new Date(),
): Record<string, string> {
  const { host, pathname, search } = new URL(url);
  const date = compact(at);
  const scope = `${date.slice(0, 8)}///sdk_request`;
  const query = search.slice(1);
  const payload = method === 'POST' ? query : '';
  const lines = [method, `${pathname}/`, method === 'POST' ? '' : query, `host:${host}`, `x-sdk-date:${date}`, ''];
  const canonical = [...lines, 'host;x-sdk-date', sha256(payload)].join('\n');
  const key = scope.split('/').reduce<Buffer>((last, part) => hmac(last, part), Buffer.from(`SDK${pair.sk}`));
  const signature = hmac(key, ['SDK-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
  const authorization = `SDK-HMAC-SHA256 Credential=${pair.ak}/${scope}, SignedHeaders=host;x-sdk-date, Signature=${signature}`;
  return { ...headers, 'X-Sdk-Date': date, Authorization: authorization };
}

function compact(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
