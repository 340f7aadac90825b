import fc from 'fast-check';
import type { OddRequest } from './odd-requests.js';
import { oddText } from './odd-values.js';

const tag = fc.constantFrom('Delete', 'Object', 'Key', 'Quiet', 'Part', 'PartNumber', 'ETag', 'Location', 'a');
const { xml } = fc.letrec<{ xml: string; inner: string }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 4 },
    oddText,
    fc.array(tie('xml'), { maxLength: 3 }).map((all) => all.join('')),
  ),
  xml: fc
    .record({ tag, inner: tie('inner'), closed: fc.boolean() })
    .map(({ tag: name, inner, closed }) => `<${name}>${inner}${closed ? `</${name}>` : ''}`),
}));

const queryName = fc.oneof(
  fc.constantFrom('uploads', 'uploadId', 'partNumber', 'delete', 'prefix', 'delimiter', 'marker', 'max-keys'),
  fc.constantFrom('location', 'metadata', 'acl', 'encoding-type', 'response-content-type', 'Signature'),
  fc.constantFrom('AWSAccessKeyId', 'AccessKeyId', 'Expires', 'X-Amz-Credential', 'part-number-marker'),
);
const headerName = fc.oneof(
  fc.constantFrom('range', 'x-obs-copy-source', 'x-amz-copy-source-range', 'x-obs-meta-a', 'x-obs-storage-class'),
  fc.constantFrom('if-match', 'content-md5', 'authorization'),
);
const headerValue = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('bytes=0-', 'bytes=5-1', '/ims-images/cirros.raw', 'OBS a:b', 'AWS4-HMAC-SHA256 x'),
);

/** Requests to the object store, most of which it cannot carry out. */
export const oddObjectRequest: fc.Arbitrary<OddRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'),
    bucket: fc.oneof(fc.constantFrom('ims-images', 'ims-exports', 'ims-member-images', 'none-such', ''), oddText),
    key: fc.option(fc.oneof(fc.constantFrom('cirros.raw', 'a/b', 'k'), oddText), { nil: undefined }),
    query: fc.dictionary(queryName, oddText, { maxKeys: 3 }),
    headers: fc.dictionary(headerName, headerValue, { maxKeys: 3 }),
    body: fc.oneof(fc.constant(null), xml, oddText),
  })
  .map(({ method, bucket, key, query, headers, body }) => {
    const place = [bucket, ...(key === undefined ? [] : [key])].map((part) => encodeURIComponent(part.toWellFormed()));
    const path = `/obs/${place.join('/')}?${new URLSearchParams(query)}`;
    return { method, path, headers, body: method === 'GET' || method === 'HEAD' ? null : body };
  });
