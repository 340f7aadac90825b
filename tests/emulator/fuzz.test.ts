import fc from 'fast-check';
import { expect, test } from './emulator-test.js';
import { flood } from './fuzz/drive.js';
import { oddObjectRequest } from './fuzz/odd-object-requests.js';
import { oddRequest } from './fuzz/odd-requests.js';
import { accessToken, keptSeed } from './kept-credentials.js';

const SEED = 20_240_517;
/** 100,000 for those who want to be sure. */
const REQUESTS = Number(process.env.IMS_CONFORMANCE_FUZZ ?? 2000);
/** MB by which the memory may grow: it holds images, jobs and objects up to a limit, whatever is sent. */
const GROWTH = 150;

const headers = { 'x-auth-token': accessToken };
const sampled = <T>(requests: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(requests, { seed: SEED, numRuns });

test.beforeEach(() => test.setTimeout(60_000 + REQUESTS * 10));

test('Thousands of malformed requests are no server error, and leave nothing behind', async ({ emulator }) => {
  const [image] = emulator.world.images.publicImages();
  const ids = { project_id: emulator.configuration().auth.projectId, image_id: image?.id ?? '', version: 'v2' };
  const requests = sampled(oddRequest(emulator, ids), REQUESTS);
  const isFine = (status: number, _text: string, id: string): boolean => status < 500 && /^[0-9a-f]{32}$/.test(id);
  const { wrong, grown } = await flood(keptSeed, { requests, headers, isFine });
  expect(wrong).toEqual([]);
  expect(grown).toBeLessThan(GROWTH);
});

test('Thousands of malformed requests to the object store are no server error', async () => {
  const requests = sampled(oddObjectRequest, Math.min(REQUESTS / 2, 20_000));
  const isFine = (status: number, text: string): boolean =>
    status < 500 || (status === 501 && (text === '' || text.includes('<Code>NotImplemented</Code>')));
  const { wrong, grown } = await flood(keptSeed, { requests, headers, isFine });
  expect(wrong).toEqual([]);
  expect(grown).toBeLessThan(GROWTH);
});
