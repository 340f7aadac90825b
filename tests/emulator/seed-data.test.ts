import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningEmulator, type SeedData, startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { expect, test } from './emulator-test.js';

function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'seed.yaml');
  writeFileSync(file, text);
  return file;
}

async function withSeed(seedData: SeedData | string, use: (emulator: RunningEmulator) => Promise<void>): Promise<void> {
  const emulator = await startEmulator({ seedData });
  await use(emulator).finally(() => emulator.close());
}

async function images({ endpoint, configuration }: RunningEmulator, query: string): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${endpoint}/v2/cloudimages?${query}`, {
    headers: { 'X-Auth-Token': configuration().auth.token },
  });
  return ((await answer.json()) as { images: Record<string, unknown>[] }).images;
}

test('Two emulators are seeded alike', async () => {
  const [one, other] = [await startEmulator(), await startEmulator()];
  const [first, second] = [one, other].map(({ configuration, endpoint }) =>
    JSON.stringify(configuration())
      .replaceAll(endpoint, 'http://emulator')
      .replace(configuration().otherRegion?.endpoint ?? '', 'http://other'),
  );
  await Promise.all([one.close(), other.close()]);
  expect(first).toBe(second);
});

test('Everything that a run may use is seeded', async () => {
  await withSeed({}, async ({ configuration }) => {
    const { provided, member, otherRegion } = configuration();
    expect(Object.keys(provided)).toHaveLength(24);
    expect(Object.keys(provided.objects)).toHaveLength(16);
    expect(Object.keys(otherRegion ?? {})).toHaveLength(9);
    expect(Object.values(otherRegion ?? {}).every(Boolean)).toBe(true);
    expect(Object.values(provided).every(Boolean)).toBe(true);
    expect(member?.token).toBeTruthy();
  });
});

test('Six public images of another owner are there', async ({ emulator }) => {
  const gold = await images(emulator, '__imagetype=gold');
  expect(gold).toHaveLength(6);
  const { projectId } = emulator.configuration().auth;
  for (const image of gold) expect(image).toMatchObject({ status: 'active', protected: true, visibility: 'public' });
  expect(gold.every(({ owner }) => owner !== projectId)).toBe(true);
});

test('A seed file adds to the default seed', async () => {
  const file = fileOf(
    'projects:\n  - {name: ims-main, token: my-token}\nimages:\n  - {name: mine, tags: {env: test}}\n',
  );
  await withSeed(file, async (emulator) => {
    expect(emulator.configuration().auth.token).toBe('my-token');
    expect(await images(emulator, 'name=mine')).toMatchObject([{ status: 'active', tags: ['env=test'] }]);
    expect(await images(emulator, '__imagetype=gold')).toHaveLength(6);
  });
});

test('A seed that replaces starts from nothing', async () => {
  await withSeed({ replace: true, region: 'eu-de', projects: [{ name: 'only' }] }, async (emulator) => {
    const { region, member, provided } = emulator.configuration();
    expect({ region, member, provided }).toEqual({
      region: 'eu-de',
      member: undefined,
      provided: { objects: {}, unfit: {} },
    });
    expect(await images(emulator, '')).toEqual([]);
  });
});

const mistakes: Record<string, [text: string, said: RegExp]> = {
  'no YAML': ['projects: [', /seed\.yaml: .*Correct the YAML/s],
  'no mapping': ['- 1', /the file is a list; it must be object/],
  'an unknown key': ['imagez: []', /unknown key "imagez"/],
  'a wrong value': ['servers: [{name: s, os: BSD}]', /servers\.0\.os is "BSD".*Linux, Windows/],
  'a missing name': ['images: [{}]', /images\.0 lacks "name"/],
  'an unknown region': ['projects: [{name: p, region: r}]', /no region "r"\. Use one of emulator-1, emulator-2/],
  'an unknown project': ['images: [{name: i, project: p}]', /no project "p"\. Use one of ims-main/],
  'nothing to start with': ['replace: true', /no projects/],
  'nobody to act': ['replace: true\nprojects: [{name: p, credentials: false}]', /no project has credentials/],
  'an id twice': [
    `images: [${'{name: i, id: 1288e8a7-6881-4868-9465-156a0f17cddd},'.repeat(2)}]`,
    /id 1288e8a7-6881-4868-9465-156a0f17cddd is taken/,
  ],
};

for (const [title, [text, said]] of Object.entries(mistakes)) {
  test(`A seed file with ${title} is named`, async () => {
    await expect(startEmulator({ seedData: fileOf(text) })).rejects.toThrow(said);
  });
}

test('A port in use is named', async ({ emulator }) => {
  const port = Number(new URL(emulator.endpoint).port);
  await expect(startEmulator({ port })).rejects.toThrow(`port ${port}: the port is in use. Choose another`);
});

test('A fault that does not exist is named', async () => {
  await expect(startEmulator({ fault: 'no-such' })).rejects.toThrow(/no fault "no-such"/);
});
