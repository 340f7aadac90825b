import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { operationById } from '../../schemas/contract.js';
import { validateAnswer } from '../../schemas/validate-answer.js';
import { temporaryFolder } from '../temporary-folder.js';
import { test as base, expect } from './client-test.js';
import { startMockServer } from './mock-server.js';
import { runProgram } from './run-program.js';
import { installTools, toolPath } from './tool-path.js';

const require = createRequire(import.meta.url);
const contract = resolve('schemas/generated/openapi.json');

type Call = (options: Record<string, unknown>) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const test = base.extend<{
  mockServer: string;
  generated: Record<'addImageTag' | 'listImageTags' | 'glanceCreateImageMetadata', Call>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  mockServer: async ({}, use) => {
    const server = await startMockServer(contract);
    await use(server.endpoint);
    await server.close();
  },
  // A client as the generator writes it, compiled under `strict`. Outside of the project, whose scripts are modules.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  generated: async ({}, use) => {
    const folder = temporaryFolder();
    await runProgram(toolPath('openapi-ts'), ['-i', contract, '-o', join(folder, 'ts')], {}, installTools);
    const kind = '--strict --skipLibCheck --target es2022 --lib es2022,dom,dom.iterable --types --module commonjs';
    const [entry, out] = [join(folder, 'ts/index.ts'), join(folder, 'js')];
    const args = [require.resolve('typescript/bin/tsc'), ...kind.split(' '), '--outDir', out, entry];
    await runProgram(process.execPath, args, {}, 'npm ci');
    await use(require(join(out, 'sdk.gen.js')));
  },
});

test('A mock server answers examples, refuses what breaks a pattern, and lives on', async ({ mockServer }) => {
  const headers = { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' };
  const path = `/v2/${'a1'.repeat(16)}/images/5b1f0c9e-2d47-4c3a-9f86-7c4d1e0a8b35/tags`;
  const statuses: number[] = [];
  for (const key of ['stage', 'a=b', '阶段', '阶段=', 'stage']) {
    const body = JSON.stringify({ tag: { key, value: 'test' } });
    statuses.push((await fetch(mockServer + path, { method: 'POST', headers, body })).status);
  }
  expect(statuses).toEqual([204, 400, 204, 400, 204]);
  const answer = await fetch(`${mockServer}/v2/cloudimages`, { headers });
  expect(validateAnswer(operationById('ListImages'), answer.status, await answer.json())).toEqual([]);
});

test('A generated client tags an image of the emulator', async ({ emulator, generated }) => {
  const { auth } = emulator.configuration();
  const options = { baseUrl: emulator.endpoint, headers: { 'X-Auth-Token': String(auth.token) } };
  const made = await generated.glanceCreateImageMetadata({ ...options, body: { name: 'by-a-generated-client' } });
  const path = { project_id: auth.projectId, image_id: (made.data as { id: string }).id };
  const added = await generated.addImageTag({ ...options, path, body: { tag: { key: '阶段', value: 'test' } } });
  expect(added.response.status).toBe(204);
  const tags = await generated.listImageTags({ ...options, path });
  expect(tags.data).toMatchObject({ tags: expect.arrayContaining([{ key: '阶段', value: 'test' }]) });
  const wrong = await generated.addImageTag({ ...options, path, body: { tag: { key: 'a=b', value: 'test' } } });
  expect([wrong.response.status, wrong.error]).toEqual([400, { error: expect.objectContaining({ code: 'IMG.0115' }) }]);
});
