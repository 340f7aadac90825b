import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { expect, test } from './emulator-test.js';

/** An empty Buffer may be no memory at all, which checksums of zlib take for a new beginning. */
test('Empty objects survive restarts and snapshots, however they came', async () => {
  const data = temporaryFolder();
  const seedData = {
    buckets: [
      {
        name: 'empty-files',
        objects: [
          { key: 'text', text: '' },
          { key: 'bytes', base64: '' },
        ],
      },
    ],
  };
  const send = ({ endpoint, configuration }: RunningEmulator, method: string, path: string, body?: string | Buffer) => {
    const headers = { 'X-Auth-Token': configuration().auth.token };
    return fetch(endpoint + path, { method, headers, ...(body === undefined ? {} : { body: body as string }) });
  };
  const keys = async (emulator: RunningEmulator): Promise<(string | undefined)[]> => {
    const text = await (await send(emulator, 'GET', '/obs/empty-files')).text();
    return [...text.matchAll(/<Key>(\w+)<\/Key>/g)].map(([, key]) => key);
  };
  for (let start = 1; start <= 4; start++) {
    const emulator = await startEmulator({ data, seedData });
    await send(emulator, 'PUT', '/obs/empty-files/none');
    await send(emulator, 'PUT', `/obs/empty-files/start${start}`, '');
    const starts = Array.from({ length: start }, (_, index) => `start${index + 1}`);
    expect(await keys(emulator)).toEqual(['bytes', 'none', ...starts, 'text']);
    const snapshot = Buffer.from(await (await send(emulator, 'GET', '/_emulator/snapshot')).arrayBuffer());
    expect((await send(emulator, 'PUT', '/_emulator/snapshot', snapshot)).status).toBe(200);
    await emulator.close();
  }
});
