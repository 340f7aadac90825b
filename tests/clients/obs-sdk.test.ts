import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { expect, test as shared } from './client-test.js';
import { caller } from './job-caller.js';
import { type ObsClient, obsClient } from './obs-client.js';

const KB = 1024;
const bucket = 'made-by-sdk';

/** Each test runs with both styles of address: bucket in the path, and bucket in the name of the host. */
for (const style of ['path', 'host'] as const) {
  const test = shared.extend<{ obs: ObsClient }>({
    obs: async ({ emulator }, use) => {
      const { ak, sk } = emulator.configuration().auth;
      const { port } = new URL(emulator.endpoint);
      const pair = { access_key_id: ak, secret_access_key: sk };
      // No name server knows the host of a bucket here: the agent sends all of them to this machine.
      const agent = new Agent({ lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) });
      const hosts = { server: `http://obs.emulator-1.example.com:${port}`, http_agent: agent };
      const client = await obsClient({ ...pair, ...(style === 'path' ? { server: emulator.endpoint } : hosts) });
      await use(client);
      client.close();
      agent.destroy();
    },
  });

  test.describe(`The official OBS SDK, bucket in the ${style},`, () => {
    test('makes, finds and removes a bucket', async ({ obs }) => {
      expect((await obs.headBucket({ Bucket: bucket })).CommonMsg.Status).toBe(404);
      expect((await obs.createBucket({ Bucket: bucket, StorageClass: 'WARM' })).CommonMsg.Status).toBe(200);
      const { Buckets } = (await obs.listBuckets()).InterfaceResult;
      expect(Buckets).toContainEqual(expect.objectContaining({ BucketName: bucket, Location: 'emulator-1' }));
      expect((await obs.headBucket({ Bucket: bucket })).CommonMsg.Status).toBe(200);
      expect((await obs.getBucketLocation({ Bucket: bucket })).InterfaceResult.Location).toBe('emulator-1');
      const { StorageClass } = (await obs.getBucketMetadata({ Bucket: bucket })).InterfaceResult;
      expect(StorageClass).toBe(style === 'path' ? 'STANDARD_IA' : 'WARM');
      expect((await obs.deleteBucket({ Bucket: bucket })).CommonMsg.Status).toBe(204);
      const refused = await obs.createBucket({ Bucket: 'ims-member-images' });
      expect(refused.CommonMsg).toMatchObject({ Status: 409, Code: 'BucketAlreadyExists' });
    });

    test('puts, reads, copies and deletes objects', async ({ obs }) => {
      const Key = 'a dir/ä+b(1)!.txt';
      await obs.createBucket({ Bucket: bucket });
      const put = await obs.putObject({ Bucket: bucket, Key, Body: 'hello world', Metadata: { colour: 'red' } });
      expect(put.CommonMsg.Status, put.CommonMsg.Message).toBe(200);
      expect(put.InterfaceResult.ETag).toBe(`"${createHash('md5').update('hello world').digest('hex')}"`);
      expect((await obs.getObject({ Bucket: bucket, Key })).InterfaceResult.Content).toBe('hello world');
      const part = await obs.getObject({ Bucket: bucket, Key, Range: 'bytes=6-8' });
      expect([part.CommonMsg.Status, part.InterfaceResult.Content]).toEqual([206, 'wor']);
      const copy = await obs.copyObject({
        Bucket: bucket,
        Key: 'copy',
        CopySource: `/${bucket}/${Key}`,
      });
      expect(copy.InterfaceResult.ETag).toBe(put.InterfaceResult.ETag);
      const { ContentLength, Metadata } = (await obs.getObjectMetadata({ Bucket: bucket, Key: 'copy' }))
        .InterfaceResult;
      expect([ContentLength, Metadata]).toEqual(['11', { colour: 'red' }]);
      await obs.setObjectMetadata({
        Bucket: bucket,
        Key: 'copy',
        MetadataDirective: 'REPLACE_NEW',
        Metadata: { colour: 'blue' },
      });
      expect((await obs.getObjectMetadata({ Bucket: bucket, Key: 'copy' })).InterfaceResult.Metadata).toEqual({
        colour: 'blue',
      });
      const gone = await obs.deleteObjects({ Bucket: bucket, Objects: [{ Key: 'copy' }, { Key }] });
      expect(gone.InterfaceResult.Deleteds).toHaveLength(2);
      const { Status, Code } = (await obs.getObject({ Bucket: bucket, Key })).CommonMsg;
      expect([Status, Code]).toEqual([404, 'NoSuchKey']);
    });

    test('lists by prefix, delimiter and marker', async ({ obs }) => {
      await obs.createBucket({ Bucket: bucket });
      for (const Key of ['a/1', 'a/2', 'b', 'c/1']) await obs.putObject({ Bucket: bucket, Key, Body: Key });
      const keys = async (parameters: object): Promise<string[]> => {
        const { InterfaceResult: got } = await obs.listObjects({ Bucket: bucket, ...parameters });
        const names = got.Contents.map(({ Key }: { Key: string }) => Key);
        return [...names, ...got.CommonPrefixes.map(({ Prefix }: { Prefix: string }) => Prefix), got.IsTruncated];
      };
      expect(await keys({})).toEqual(['a/1', 'a/2', 'b', 'c/1', 'false']);
      expect(await keys({ Delimiter: '/' })).toEqual(['b', 'a/', 'c/', 'false']);
      expect(await keys({ Prefix: 'a/', MaxKeys: 1 })).toEqual(['a/1', 'true']);
      expect(await keys({ Marker: 'a/2' })).toEqual(['b', 'c/1', 'false']);
    });

    test('uploads in parts, lists them and gives up', async ({ obs }) => {
      await obs.createBucket({ Bucket: bucket });
      const object = { Bucket: bucket, Key: 'parts' };
      const { UploadId } = (await obs.initiateMultipartUpload({ ...object, Metadata: { kind: 'big' } }))
        .InterfaceResult;
      const Body = 'x'.repeat(100 * KB);
      const one = await obs.uploadPart({ ...object, UploadId, PartNumber: 1, Body });
      await obs.putObject({ Bucket: bucket, Key: 'source', Body: 'abcdef' });
      const copied = { UploadId, PartNumber: 2, CopySource: `/${bucket}/source`, CopySourceRange: 'bytes=1-3' };
      const two = await obs.copyPart({ ...object, ...copied });
      const { Parts } = (await obs.listParts({ ...object, UploadId })).InterfaceResult;
      expect(Parts.map(({ Size }: { Size: string }) => Size)).toEqual([String(100 * KB), '3']);
      const named = [one, two].map(({ InterfaceResult: { ETag } }, index) => ({ PartNumber: index + 1, ETag }));
      const swapped = await obs.completeMultipartUpload({ ...object, UploadId, Parts: [...named].reverse() });
      expect(swapped.CommonMsg).toMatchObject({ Status: 400, Code: 'InvalidPartOrder' });
      const whole = await obs.completeMultipartUpload({ ...object, UploadId, Parts: named });
      expect(whole.InterfaceResult.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
      const { ContentLength, Metadata } = (await obs.getObjectMetadata(object)).InterfaceResult;
      expect([ContentLength, Metadata]).toEqual([String(100 * KB + 3), { kind: 'big' }]);
      const other = (await obs.initiateMultipartUpload(object)).InterfaceResult.UploadId;
      expect((await obs.listMultipartUploads({ Bucket: bucket })).InterfaceResult.Uploads).toHaveLength(1);
      expect((await obs.abortMultipartUpload({ ...object, UploadId: other })).CommonMsg.Status).toBe(204);
      expect((await obs.listParts({ ...object, UploadId: other })).CommonMsg.Code).toBe('NoSuchUpload');
    });

    test('signs addresses that anybody can use', async ({ obs, emulator }) => {
      const object = { Bucket: 'ims-exports', Key: 'signed address.txt' };
      const follow = async (Method: string, more: object = {}, body?: string): Promise<Response> => {
        const { SignedUrl } = obs.createSignedUrlSync({ ...object, Method, Expires: 60, ...more });
        const { host, pathname, search } = new URL(SignedUrl);
        // fetch does not let a caller choose the host: the path says the same.
        const place = style === 'host' ? `/obs/${host.split('.')[0]}${pathname}` : pathname;
        return fetch(`${emulator.endpoint}${place}${search}`, {
          method: Method,
          ...(body ? { body, headers: { 'content-type': 'text/plain' } } : {}),
        });
      };
      expect((await follow('PUT', { Headers: { 'Content-Type': 'text/plain' } }, 'by address')).status).toBe(200);
      expect(await (await follow('GET')).text()).toBe('by address');
      expect((await follow('PUT', {}, 'not signed for this type')).status).toBe(403);
      expect((await follow('DELETE')).status).toBe(204);
    });

    test('uploads a file in parts, of which an image is made, and reads what is exported', async ({
      obs,
      emulator,
    }, info) => {
      const Bucket = 'ims-images';
      const data = emulator.world.buckets.get(Bucket)?.objects.get('cirros.raw')?.data ?? Buffer.alloc(0);
      const UploadFile = info.outputPath('disk.raw');
      writeFileSync(UploadFile, data);
      const sent = await obs.uploadFile({
        Bucket,
        Key: 'uploads/disk.raw',
        UploadFile,
        PartSize: 256 * KB,
        TaskNum: 3,
      });
      expect(sent.CommonMsg.Status, sent.CommonMsg.Message).toBe(200);
      const call = caller(emulator);
      const wish = { name: 'of parts', image_url: `${Bucket}:uploads/disk.raw`, min_disk: 40 };
      const { entities } = await call.job('/v2/cloudimages/action', { ...wish, os_version: 'CentOS 7.3 64bit' });
      const place = { bucket_url: 'ims-exports:exported/disk.qcow2', file_format: 'qcow2', is_quick_export: false };
      await call.job(`/v1/cloudimages/${entities.image_id}/file`, place);
      const SaveAsFile = info.outputPath('exported.qcow2');
      const got = await obs.getObject({ Bucket: 'ims-exports', Key: 'exported/disk.qcow2', SaveAsFile });
      expect(got.CommonMsg.Status, got.CommonMsg.Message).toBe(200);
      expect(readFileSync(SaveAsFile).subarray(0, 4)).toEqual(Buffer.from('QFI\xfb', 'latin1'));
    });
  });
}

shared('A signature of the object store that does not hold is refused with its code', async ({ emulator }) => {
  const { ak, sk } = emulator.configuration().auth;
  const code = async (options: object): Promise<string> => {
    const client = await obsClient({ server: emulator.endpoint, ...options });
    const { Status, Code } = (await client.listObjects({ Bucket: 'ims-images' })).CommonMsg;
    return `${Status} ${Code}`;
  };
  expect(await code({ access_key_id: ak, secret_access_key: 'wrong' })).toBe('403 SignatureDoesNotMatch');
  expect(await code({ access_key_id: 'NOBODY', secret_access_key: sk })).toBe('403 InvalidAccessKeyId');
  const member = emulator.configuration().member;
  expect(await code({ access_key_id: member?.ak, secret_access_key: member?.sk })).toBe('403 AccessDenied');
});
