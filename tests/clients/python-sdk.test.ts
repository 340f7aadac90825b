import { resolve } from 'node:path';
import { inspectFile } from '../../fixtures/emulator/index.js';
import { expect, test } from './client-test.js';
import { runProgram } from './run-program.js';

/** A Python that has the SDK; that of a virtual environment, say. */
const python = process.env.IMS_CONFORMANCE_PYTHON ?? 'python3';
const install = 'python3 -m venv V && V/bin/pip install huaweicloudsdkims, and set IMS_CONFORMANCE_PYTHON=V/bin/python';

test('The official Python SDK goes through the life of an image', async ({ emulator }) => {
  const { auth, member } = emulator.configuration();
  const keys = [auth, member].flatMap((project) => [project?.ak, project?.sk, project?.projectId].map(String));
  await runProgram(python, ['-c', 'import huaweicloudsdkims'], {}, install).catch((error: Error) => {
    throw new Error(`${error.message}\nThe SDK is missing: ${install}.`);
  });
  const script = resolve('tests/clients/sdk_life_cycle.py');
  const { stdout } = await runProgram(python, [script, emulator.endpoint, ...keys], {}, install);
  expect(JSON.parse(stdout)).toEqual({
    created: 'SUCCESS',
    listed: ['from-sdk', 'active', 40, 'private'],
    tags: [['purpose', 'test']],
    renamed: 'renamed',
    shared: [[true, 'accepted']],
    received: ['renamed'],
    'taken back': 0,
    copied: 'SUCCESS',
    exported: 'SUCCESS',
    'exported quickly': 'SUCCESS',
    failed: ['FAIL', 'IMG.0057', true],
    quota: 2,
    left: 0,
    refused: [expect.any(Number), expect.stringMatching(/^IMG\.(0027|0144)$/), 32],
  });
  const objects = emulator.world.buckets.get('ims-exports')?.objects ?? new Map<string, never>();
  const written = [...objects.values()].map(({ key, data }) => [key, inspectFile(data)?.format]);
  expect(written).toEqual([
    ['by-sdk.vhd', 'vhd'],
    ['by-sdk.zvhd2', 'zvhd2'],
  ]);
});
