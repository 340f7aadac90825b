import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { validateSection } from '../../fixtures/config/validate-section.js';
import { startEmulator } from '../../fixtures/emulator/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { cli } from './run-cli.js';

const pages = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))].filter((name) =>
  name.endsWith('.md'),
);

/** The code blocks of one language, with the page that they stand in. */
function blocks(language: string): { page: string; code: string }[] {
  return pages.flatMap((page) => {
    const text = readFileSync(page, 'utf8');
    const found = text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'));
    return [...found].map(([, code = '']) => ({ page, code }));
  });
}

/** A folder with an `npx` that calls the compiled command line at once. */
function folderWithNpx(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 });
  return folder;
}

/** The exit code of a shell that stops at the first failure. What it leaves running is ended with it. */
async function runInShell(code: string, cwd: string, env: NodeJS.ProcessEnv): Promise<number> {
  const shell = spawn('bash', ['-e', '-c', code], { cwd, env, stdio: 'ignore', detached: true });
  const [status] = await once(shell, 'exit');
  try {
    process.kill(-(shell.pid as number), 'SIGTERM');
  } catch {
    // Nothing is left.
  }
  return status;
}

for (const [index, { page, code }] of blocks('sh').entries()) {
  test(`${page} shows commands that work (${index + 1})`, async () => {
    const folder = folderWithNpx();
    const env = { HOME: folder, PATH: `${folder}${delimiter}${process.env.PATH}` };
    expect(await runInShell(code, folder, env)).toBe(0);
  });
}

const configurations = blocks('yaml').filter(({ code }) => code.includes('schemas/config.schema.json'));

for (const { page, code } of configurations) {
  test(`${page} shows a valid configuration`, () => {
    const section = { value: parse(code), where: () => page, name: (path: readonly string[]) => path.join('.') };
    expect(() => validateSection(section)).not.toThrow();
  });
}

const seeds = blocks('yaml').filter(({ code }) => code.includes('schemas/seed-data.schema.json'));

for (const [index, { page, code }] of seeds.entries()) {
  test(`${page} shows seed data that the emulator takes (${index + 1})`, async () => {
    const file = join(folderWithNpx(), 'seed.yaml');
    writeFileSync(file, code);
    const emulator = await startEmulator({ seedData: file });
    await emulator.close();
  });
}

test('the pages link to files that exist', () => {
  const links = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\(([\w./-]+\.md|LICENSE)\)/g)].map(([, link = '']) =>
      join(dirname(page), link),
    ),
  );
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(() => readFileSync(link)).not.toThrow();
});
