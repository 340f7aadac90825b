import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { stringify } from 'yaml';
import { signObject } from '../../fixtures/auth/sign-object.js';
import { ExportedFiles } from '../../fixtures/books/exported-files.js';
import { Ledger } from '../../fixtures/books/ledger.js';
import type { ObjectStore } from '../../fixtures/books/object-store.js';
import { startEmulator } from '../../fixtures/emulator/index.js';
import type { Exchange } from '../../fixtures/exchange.js';
import { readLedger } from '../../reports/collect/read-ledger.js';
import { temporaryFolder } from '../temporary-folder.js';
import { runSuite } from './run-cli.js';

const answered = async (status: number) => ({ response: { status } }) as Exchange;

test('files that the run has named are deleted, and no others', async () => {
  const folder = temporaryFolder();
  const gone: string[] = [];
  const store = { delete: (url: string) => answered(gone.push(url) && 204) } as unknown as ObjectStore;
  const files = new ExportedFiles(new Ledger(folder), store);
  const own = ['b:ims-conformance-1.vhd', 'b:a/ims-conformance-2.vhd'];
  const odd = ['b:', ':ims-conformance-3', 'b', 'b:disk.vhd', 'b:ims-conformance-/x', 'undefined'];
  for (const url of [...own, ...odd])
    await files.putting({ url, operation: 'ExportImage', project: 'p' }, () => answered(200));
  await files.putting({ url: 'b:ims-conformance-4', operation: 'ExportImage', project: 'p' }, () => answered(400));
  await files.release();
  expect(gone.sort()).toEqual([...own].sort());
  const leaked = readLedger(folder).filter(({ state }) => state === 'leaked');
  expect(leaked.map(({ name }) => name).sort()).toEqual([...odd].sort());
});

test('a run without the object store lists the files that it leaves', async () => {
  const emulator = await startEmulator();
  const { provided, ...rest } = emulator.configuration();
  const { obsEndpoint: _, ...others } = provided;
  const config = join(temporaryFolder(), 'config.yaml');
  writeFileSync(config, stringify({ ...rest, provided: others }));
  const { code, results } = await runSuite(['--config', config, '--only', 'export-image.job', 'export-image.file']);
  const left = results?.ledger.filter(({ state }) => state === 'leaked') ?? [];
  expect(left).toMatchObject([
    { kind: 'object', operation: 'ExportImage', reason: expect.stringContaining('obsEndpoint') },
  ]);
  expect([...(emulator.world.buckets.get('ims-exports')?.objects.keys() ?? [])]).toEqual([left[0]?.name.split(':')[1]]);
  expect(code).toBe(3);
  await emulator.close();
});

test('the signature for the object store holds for a bucket in the name of the host', async () => {
  const emulator = await startEmulator();
  const { ak = '', sk = '' } = emulator.configuration().auth;
  const status = (secret: string) =>
    new Promise((done) => {
      const signed = signObject({ method: 'GET', bucket: 'ims-images', key: 'cirros.qcow2' }, { ak, sk: secret });
      const headers = { ...signed, Host: 'ims-images.obs.example.com' };
      get(`${emulator.endpoint}/cirros.qcow2`, { headers }, (answer) => done(answer.resume().statusCode));
    });
  expect(await status(sk)).toBe(200);
  expect(await status('another')).toBe(403);
  await emulator.close();
});
