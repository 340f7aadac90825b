// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references to variables as a configuration file holds them
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../temporary-folder.js';
import { type CliRun, runCli } from './run-cli.js';

const secret = 'planted-secret-4711';

/** Runs with a configuration file of that text. */
function judge(text: string, env: Record<string, string> = {}): Promise<CliRun> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'ims.yaml'), text);
  return runCli(['run', '--config', join(folder, 'ims.yaml')], env);
}

const endpoint = 'endpoint: http://127.0.0.1:1\n';
const mistakes: { title: string; text: string; says: RegExp }[] = [
  {
    title: 'YAML that does not parse',
    text: `seed: 1\nauth: { token: ${secret}\n`,
    says: /\/ims\.yaml:3:1: the file is not valid YAML/,
  },
  { title: 'a quotation that does not end', text: `a: 1\nb: "${secret}\n`, says: /\/ims\.yaml:3:1.*closing quote/ },
  {
    title: 'an alias that was never set',
    text: `auth:\n  token: *${secret}\n`,
    says: /\/ims\.yaml:.*Unresolved alias/,
  },
  {
    title: 'a reference without quotes',
    text: 'auth: { token: ${T} }\n',
    says: /ims\.yaml:1:\d+: .*needs quotes: "\$\{NAME\}"/,
  },
  { title: 'a key that occurs twice', text: 'seed: 1\nseed: 2\n', says: /\/ims\.yaml:2:1: .*unique/ },
  { title: 'a list for a file', text: '- seed\n', says: /\/ims\.yaml:1:1: the file must hold keys/ },
  {
    title: 'a key with a typing error',
    text: `auth:\n  tokn: ${secret}\n`,
    says: /\/ims\.yaml:2:3: auth\.tokn .*"auth\.token"\?/,
  },
  { title: 'a key from nowhere', text: 'colour: red\n', says: /\/ims\.yaml:1:1: colour .*Known keys: .*endpoint/ },
  {
    title: 'a word for a number',
    text: 'timeouts:\n  jobSeconds: long\n',
    says: /\/ims\.yaml:2:3: timeouts\.jobSeconds is "long"/,
  },
  {
    title: 'a number for a project',
    text: 'auth:\n  projectId: 12\n',
    says: /auth\.projectId is 12; .*Put the value in quotes/,
  },
  {
    title: 'a list for a secret',
    text: `auth:\n  sk: [${secret}]\n`,
    says: /\/ims\.yaml:2:3: auth\.sk holds a value of the wrong kind/,
  },
  {
    title: 'an object without bucket',
    text: 'provided:\n  objects:\n    qcow2: a.img\n',
    says: /:3:5: .*"bucket:key"/,
  },
  {
    title: 'a variable that is not set',
    text: 'auth:\n  token: ${NOT_SET}\n',
    says: /:2:3: auth\.token .* NOT_SET, which is not set/,
  },
  {
    title: 'credentials without endpoint',
    text: `auth:\n  token: ${secret}\n  projectId: p\n`,
    says: /has auth, but no endpoint/,
  },
  { title: 'an endpoint without credentials', text: endpoint, says: /no credentials.*IMS_TOKEN and IMS_PROJECT_ID/ },
  {
    title: 'a token without project',
    text: `${endpoint}auth: { token: ${secret} }`,
    says: /project id is missing.*IMS_PROJECT_ID/,
  },
  {
    title: 'an access key without secret',
    text: `${endpoint}auth: { ak: ${secret}, projectId: p }`,
    says: /no secret key.*auth\.sk/,
  },
];

for (const { title, text, says } of mistakes) {
  test(`exit 2 and a place for ${title}`, async () => {
    const { code, stdout, stderr } = await judge(text);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain(secret);
  });
}

test('a password in the address stays hidden', async () => {
  const { code, stderr } = await judge(`endpoint: https://me:${secret}@ims.example.com\n`);
  expect(code).toBe(2);
  expect(stderr).not.toContain(secret);
});

test('a folder that cannot be written is named', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const { code, stderr } = await runCli(['run', '--out', join(file, 'report')]);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /output folder ".*file\/report": a part of its path is a file\. Choose another one with --out/,
  );
});
