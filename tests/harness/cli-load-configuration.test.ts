// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to variables as a configuration file holds them
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { currentConfiguration } from '../../fixtures/config/current-configuration.js';
import { loadConfiguration } from '../../fixtures/config/load-configuration.js';
import { onlyGrep } from '../../fixtures/config/only-grep.js';
import { profileNames } from '../../schemas/profiles.js';
import { temporaryFolder } from '../temporary-folder.js';

const environment = { IMS_ENDPOINT: 'http://env/', IMS_TOKEN: 'env-token', IMS_PROJECT_ID: 'env-project' };

function write(text: string): string {
  const file = join(temporaryFolder(), 'ims.yaml');
  writeFileSync(file, text);
  return file;
}

test('flags go before file before environment', () => {
  const file = write('endpoint: http://file\nseed: 1\nworkers: 3\n');
  const loaded = loadConfiguration({ file, flags: { seed: '2' }, env: environment });
  expect(loaded).toMatchObject({ endpoint: 'http://file', seed: 2, workers: 3, auth: { token: 'env-token' } });
});

test('a flag replaces the one timeout that it is for', () => {
  const file = write('timeouts: { runSeconds: 60, jobSeconds: 7 }\n');
  const { timeouts } = loadConfiguration({ file, flags: { maxTime: '90' }, env: {} });
  expect(timeouts).toEqual({ requestSeconds: 30, jobSeconds: 7, outageSeconds: 90, runSeconds: 90 });
});

test('without anything the emulator is judged', () => {
  const loaded = loadConfiguration({ flags: {}, env: {} });
  expect(loaded).toMatchObject({ profile: 'huaweicloud', effort: 'normal', seed: 20180601, auth: {}, only: [] });
  expect(loaded.endpoint).toBeUndefined();
});

test('credentials of two origins are never mixed', () => {
  const file = write('endpoint: http://file\nauth: { ak: a, sk: s }\n');
  const { auth } = loadConfiguration({ file, flags: {}, env: environment });
  expect(auth).toEqual({ ak: 'a', sk: 's', projectId: 'env-project' });
});

test('credentials of another endpoint do not reach the emulator', () => {
  const { auth } = loadConfiguration({ flags: {}, env: { HUAWEICLOUD_SDK_AK: 'a', HUAWEICLOUD_SDK_SK: 's' } });
  expect(auth).toEqual({});
});

test('references are resolved from the environment', () => {
  const file = write('endpoint: ${SCHEME}://file\nauth: { token: "${T}", projectId: "p-${N}" }\n');
  const loaded = loadConfiguration({ file, flags: {}, env: { SCHEME: 'https', T: 't', N: '7' } });
  expect(loaded).toMatchObject({ endpoint: 'https://file', auth: { token: 't', projectId: 'p-7' } });
});

test('paths in a file are relative to it', () => {
  const file = write('out: here\ntls: { caFile: ca.pem }\nprovided:\n');
  const { out, tls } = loadConfiguration({ file, flags: {}, env: {} });
  expect([out, tls.caFile]).toEqual([resolve(file, '../here'), resolve(file, '../ca.pem')]);
});

test('a drawn seed is a seed that can be given', () => {
  const { seed } = loadConfiguration({ flags: { seed: 'random' }, env: {} });
  expect(loadConfiguration({ flags: { seed: String(seed) }, env: {} }).seed).toBe(seed);
});

test('projects of token and key must agree', () => {
  const env = { ...environment, HUAWEICLOUD_SDK_AK: 'a', HUAWEICLOUD_SDK_SK: 's', HUAWEICLOUD_SDK_PROJECT_ID: 'other' };
  expect(() => loadConfiguration({ flags: {}, env })).toThrow(/"env-project".*"other".*one project/);
});

test('a configuration is handed down to child processes', () => {
  const env: NodeJS.ProcessEnv = { ...environment };
  const first = currentConfiguration(env);
  expect(currentConfiguration({ IMS_CONFORMANCE_CONFIG: env.IMS_CONFORMANCE_CONFIG })).toEqual(first);
});

test('ids select exactly their own tests', () => {
  const grep = onlyGrep('tags.a,tags.b') as RegExp;
  const titles = ['t @tags.a', 't @tags.b @x', 't @tags.ab', 't @tags.a.b', 't @tagsXa', 'tags.a'];
  expect(titles.filter((title) => grep.test(title))).toEqual(['t @tags.a', 't @tags.b @x']);
});

test('a standing requirement selects the tests of its call', () => {
  const titles = ['t @add-image-tag.creates', 't @list-tags.all'];
  const grep = onlyGrep('add-image-tag.statuses') as RegExp;
  expect(titles.filter((title) => grep.test(title))).toEqual(['t @add-image-tag.creates']);
  const batches = onlyGrep('batch-add-or-delete-tags.statuses') as RegExp;
  expect(['t @batch-tags.creates', 't @list-tags.all'].map((title) => batches.test(title))).toEqual([true, false]);
  expect(onlyGrep('add-image-tag.creates,common.request-id')).toBeUndefined();
});

test('the schema describes every key and profile', () => {
  const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
  const described = (node: Record<string, unknown>): unknown[] =>
    Object.entries((node.properties ?? {}) as Record<string, Record<string, unknown>>).flatMap(([key, value]) => {
      const target = value.$ref ? { ...schema.$defs[String(value.$ref).split('/').pop() as string], ...value } : value;
      return target.description && target.examples ? described(target) : [key];
    });
  expect(described(schema)).toEqual([]);
  expect(schema.properties.profile.enum).toEqual(profileNames);
});
