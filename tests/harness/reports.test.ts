import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { buildResults } from '../../reports/build-results.js';
import { jsonLines } from '../../reports/html/body/json-lines.js';
import { markedLines } from '../../reports/html/body/mark-lines.js';
import { renderPage } from '../../reports/html/render-page.js';
import { toJunit } from '../../reports/junit/junit.js';
import { toSummary } from '../../reports/markdown/summary.js';
import { closingLines } from '../../reports/terminal/closing-lines.js';
import type { Failure } from '../../schemas/results.js';
import { failure, hostile, runFacts, sampleResults } from './sample-results.js';

const attack = (id: string): Failure => {
  const fair = failure(id);
  const texts = { documented: hostile, observed: hostile, counterexample: hostile, curl: hostile };
  const response = { status: 200, headers: { [hostile]: hostile }, body: hostile };
  return { ...fair, ...texts, exchanges: [{ ...fair.exchanges[0], response } as Failure['exchanges'][number]] };
};

test('the page escapes every byte of a hostile target', () => {
  const page = renderPage(sampleResults({ of: attack }));
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<\/script/g)).toHaveLength(1);
  expect(page).not.toMatch(/<img|[^\P{C}\n\t]/u);
  expect(page).toContain('U+202E');
});

test('the page asks for nothing from anywhere', () => {
  const page = renderPage(sampleResults());
  expect(page).toContain("default-src 'none'");
  const addresses = [...page.matchAll(/\s(?:src|href|action|srcset)="([^"]*)"/g)].map((match) => match[1]);
  expect(addresses.filter((address) => !address?.match(/^(#|data:)/))).toEqual([]);
  expect(page).not.toMatch(/url\(|@import|fetch\(|<iframe|<object/);
});

test('the page holds all of its sections', () => {
  const page = renderPage(sampleResults());
  for (const id of [
    'verdict',
    'trust',
    'failures',
    'requirements',
    'not-run',
    'readings',
    'coverage',
    'ledger',
    'appendix',
  ])
    expect(page).toContain(`<section id="${id}"`);
  expect(page).toContain('fail-add-image-tag.creates');
});

test('thousands of long failures stay under 2 MB', () => {
  const long = (id: string): Failure => {
    const fair = failure(id);
    const exchange = {
      ...fair.exchanges[1],
      request: { method: 'PUT', url: 'http://x/', headers: {}, body: '<&>'.repeat(1400) },
    };
    return { ...fair, exchanges: Array.from({ length: 8 }, () => exchange as Failure['exchanges'][number]) };
  };
  const page = renderPage(sampleResults({ failing: 1000, each: 20, of: long }));
  expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
  expect(page).toMatch(/and 1\d more failures of this requirement/);
});

test('a page without failures says so and opens', () => {
  const page = renderPage(buildResults(runFacts()));
  expect(page).not.toContain('id="failures"');
  expect(page).toMatch(/>Conformant</);
});

test('a body is laid out and its place marked without changing a value', () => {
  const lines = jsonLines('{"a":[1e400,{"b/c":"x\\u0041","b/c":2}],"e":{}}') ?? [];
  expect(lines.map((line) => line.text.trim()).join('')).toBe('{"a": [1e400,{"b/c": "x\\u0041","b/c": 2}],"e": {}}');
  const place = [...markedLines(lines, '/a/1/b~1c')].map((index) => lines[index]?.text.trim());
  expect(place).toEqual(['"b/c": "x\\u0041",', '"b/c": 2']);
});

test('a missing member marks the object that lacks it', () => {
  const lines = jsonLines('{"image":{"id":"x"}}') ?? [];
  expect([...markedLines(lines, '/image/name')].map((index) => lines[index]?.text.trim())).toEqual(['"image": {']);
});

test('a body that was cut is laid out as far as it goes', () => {
  const lines = jsonLines('{"a":[1,2,{"b":"tex… (99 more characters)');
  expect(lines?.at(-1)?.text).toContain('99 more characters');
});

test('JUnit is well formed and counts as the results do', () => {
  const results = sampleResults({ of: attack });
  const xml = toJunit(results);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(xml);
  const sum = (key: string) =>
    testsuites.testsuite.reduce((all: number, suite: Record<string, string>) => all + Number(suite[key]), 0);
  expect([sum('@_tests'), sum('@_failures')]).toEqual([results.requirements.length, 3]);
  expect(xml).not.toMatch(/[^\P{C}\n\t]/u);
});

test('the summary lets no markup of the target through', () => {
  const summary = toSummary(sampleResults({ of: attack }));
  expect(summary).toContain('Not conformant');
  expect(summary).not.toMatch(/<script|<img|\n::error/);
});

test('the closing lines cannot be steered by the target', () => {
  const lines = closingLines(sampleResults({ of: attack }), '/tmp/out/conformance.html');
  expect(lines).not.toMatch(/[^\P{C}\n\t]|^::/mu);
  expect(lines).toContain('npx ims-conformance replay');
  expect(lines).toContain('file:///tmp/out/conformance.html');
});

test('the closing lines tell what is left behind, and what came between', () => {
  const [deleted, leaked] = sampleResults().ledger;
  const many = Array.from({ length: 12 }, () => leaked).filter((entry) => entry !== undefined);
  const lines = closingLines(buildResults(runFacts({ setbacks: [setback], ledger: many })), '/tmp/conformance.html');
  expect(lines).toContain(`⚠ ${setback.what}`);
  expect(lines).toContain('⚠ 12 resources could not be deleted and may still exist:');
  expect(lines.split(`image ${leaked?.id} ${leaked?.name} in project ${leaked?.project}`)).toHaveLength(11);
  expect(lines).toContain('… and 2 more: see the report.');
  expect(closingLines(sampleResults(), '/tmp/conformance.html')).not.toContain(deleted?.name);
});

test('results fit the published schema', () => {
  const validate = compiledSchema();
  validate(JSON.parse(JSON.stringify(sampleResults({ of: attack }))));
  expect(validate.errors).toBe(null);
});

test('results of a part and of joined parts fit it too', () => {
  const validate = compiledSchema();
  const part = buildResults(runFacts({ shard: { index: 1, total: 2 } }));
  const joined = buildResults(runFacts({ joined: { shards: 2, missing: [2] }, setbacks: [setback] }));
  for (const results of [part, joined]) {
    validate(JSON.parse(JSON.stringify(results)));
    expect(validate.errors).toBe(null);
  }
});

test('the schema describes every key', () => {
  const silent: string[] = [];
  const visit = (node: Record<string, unknown>, path: string): void => {
    for (const [key, value] of Object.entries((node.properties ?? {}) as Record<string, Record<string, unknown>>))
      if (typeof value.description !== 'string') silent.push(`${path}/${key}`);
    for (const [key, value] of Object.entries(node))
      if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>, `${path}/${key}`);
  };
  visit(JSON.parse(readFileSync('schemas/results.schema.json', 'utf8')), '');
  expect(silent).toEqual([]);
});

const setback = { at: '2026-08-01T10:00:30Z', what: 'The target no longer answers.' };

function compiledSchema() {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync('schemas/results.schema.json', 'utf8')));
}
