import { expect, test } from '@playwright/test';
import { runCli } from './run-cli.js';

const mistakes: { title: string; args: string[]; says: RegExp }[] = [
  { title: 'an unknown flag', args: ['run', '--endpont', 'x'], says: /"--endpont".*Did you mean --endpoint\?/ },
  { title: 'an unknown command', args: ['rum'], says: /"rum".*Did you mean run\?/ },
  { title: 'no command', args: [], says: /No command is given.*--help/ },
  { title: 'a surplus argument', args: ['run', 'https://ims.example.com'], says: /Too many arguments for "run"/ },
  { title: 'a flag without its value', args: ['run', '--out'], says: /"--out <folder>" argument missing/ },
  {
    title: 'an unknown profile',
    args: ['run', '--profile', 'huaweicluod'],
    says: /--profile is "huaweicluod".*"huaweicloud"\?/,
  },
  {
    title: 'an unknown effort',
    args: ['run', '--effort', 'fast'],
    says: /--effort is "fast".*quick, normal, thorough/,
  },
  { title: 'a seed that is no number', args: ['run', '--seed', '0x1g'], says: /--seed is "0x1g".*"random"/ },
  { title: 'no workers', args: ['run', '--workers', '0'], says: /--workers is 0; expected a whole number from 1/ },
  {
    title: 'an endpoint without scheme',
    args: ['run', '--endpoint', 'ims.example.com'],
    says: /--endpoint is.*https:\/\//,
  },
  {
    title: 'an endpoint with a bad port',
    args: ['run', '--endpoint', 'http://a:99999'],
    says: /no valid address.*port/,
  },
  {
    title: 'an id that no requirement has',
    args: ['run', '--only', 'add-imge-tag.creates'],
    says: /"add-image-tag.creates"/,
  },
  {
    title: 'a configuration that is missing',
    args: ['run', '--config', 'none.yaml'],
    says: /"none.yaml": there is no such file/,
  },
  {
    title: 'a fault for an endpoint',
    args: ['run', '--fault', 'x', '--endpoint', 'http://a'],
    says: /--fault.*http:\/\/a/,
  },
  { title: 'a shard beyond the last', args: ['run', '--shard', '4/3'], says: /--shard is "4\/3"; expected i\/n/ },
  { title: 'a port out of range', args: ['mock', '--port', '65536'], says: /--port is "65536".*from 0 to 65535/ },
  { title: 'results that are missing', args: ['report', 'none.json'], says: /"none.json": there is no such file/ },
  { title: 'an unknown operation', args: ['list', '--operation', 'AddImageTags'], says: /Did you mean "AddImageTag"/ },
  {
    title: 'an unknown id',
    args: ['explain', 'add-image-tag.key-lenght'],
    says: /Did you mean "add-image-tag.key-length"/,
  },
];

for (const { title, args, says } of mistakes) {
  test(`exit 2 and a sentence for ${title}`, async () => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
}

test('a wrong time is told by the name of its flag', async () => {
  const { stderr } = await runCli(['run', '--max-time', '0']);
  expect(stderr).toMatch(/^--max-time is 0; expected a number above 0/m);
});

test('every mistake is told at once', async () => {
  const { stderr } = await runCli(['run', '--seed', 'x', '--workers', '65', '--effort', 'some']);
  expect(stderr.trim().split('\n')).toHaveLength(3);
});

test('a value glued to an unknown flag stays hidden', async () => {
  const { code, stderr } = await runCli(['run', '--token=planted-secret']);
  expect(code).toBe(2);
  expect(stderr).not.toContain('planted-secret');
});

test('help and version end with exit 0', async () => {
  const [help, version] = await Promise.all([runCli(['--help']), runCli(['--version'])]);
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('Examples:') });
  expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});
