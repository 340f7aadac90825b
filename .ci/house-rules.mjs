// The rules of the house that no general tool knows: sizes of files, no branch on a profile's name, a test for every requirement, a requirement for every fault.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { faultMistakes } from './fault-mistakes.mjs';

const mistakes = [];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('schemas/generated/'));
const present = files.flatMap((file) => {
  try {
    return [{ file, text: readFileSync(file, 'utf8') }];
  } catch {
    return [];
  }
});

const lengths = present
  .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);
for (const { file, lines } of lengths)
  if (lines > 300) mistakes.push(`${file}: ${lines} lines; no file is longer than 300. Split it by purpose.`);
const share = (part) => lengths[Math.floor((lengths.length - 1) * part)]?.lines ?? 0;
if (share(0.5) >= 80) mistakes.push(`The median file has ${share(0.5)} lines; it stays under 80.`);
if (share(0.9) > 200) mistakes.push(`One file in ten has more than 200 lines (${share(0.9)}).`);

// What the emulator remembers can be repeated: its ids and times come from the world (fixtures/emulator/persistence).
for (const { file, text } of present) {
  const [found] = /^fixtures\/emulator\/(handlers|iam|obs|store)\/(?!id-source)/.test(file)
    ? (/\b(randomUUID|randomBytes|Math\.random|Date\.now)\b/.exec(text) ?? [])
    : [];
  if (found) mistakes.push(`${file}: ${found} cannot be repeated by --data. Use world.ids or world.clock.`);
}

// A profile is data: what differs between deployments is a limit, a list or a reading of specs/profiles. The default has one place.
// Tests beside the suite start profiles on purpose, and files about error codes and sources mean references of documents.
const profiles = readdirSync('specs/profiles').map((name) => name.replace('.yaml', ''));
const named = new RegExp(
  `(["'\`])(${profiles.join('|')})\\1|^\\s*(${profiles.join('|')}):|[{,] *(${profiles.join('|')}):`,
  'm',
);
const mayName =
  /^(tests\/(harness|emulator|clients)\/|schemas\/profiles\.ts$|schemas\/generate\/(read-error-codes|add-sources)\.ts$|cli\/explain-code\.ts$)/;
for (const { file, text } of present) {
  const found = mayName.test(file) ? null : named.exec(text);
  const name = found?.slice(2).find((part) => part);
  if (!found || !name) continue;
  const line = text.slice(0, found.index + found[0].indexOf(name)).split('\n').length;
  mistakes.push(
    `${file}:${line}: it names the profile ${name}. Let a limit, list or reading decide (schemas/profile-fields.ts).`,
  );
}

const listing = execFileSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '--list', '--project', 'conformance', '--reporter', 'json'],
  { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, IMS_CONFORMANCE_PLAIN: '1' } },
);
const proved = new Set([...listing.matchAll(/"type": "requirement",\s*"description": "([^"]+)"/g)].map(([, id]) => id));
const { isRequirement, isStanding, requirements } = await import('../dist/schemas/catalogue.js');
for (const { id, chapter, excluded } of requirements) {
  if (excluded || isStanding(id) || proved.has(id)) continue;
  const rows = readFileSync(`specs/requirements/${chapter}.yaml`, 'utf8').split('\n');
  const line = rows.findIndex((row) => row.trim() === `- id: ${id}`) + 1;
  mistakes.push(`specs/requirements/${chapter}.yaml:${line}: no test proves ${id}.`);
}

mistakes.push(...faultMistakes(isRequirement));

for (const mistake of mistakes) console.error(mistake);
process.exitCode = mistakes.length > 0 ? 1 : 0;
