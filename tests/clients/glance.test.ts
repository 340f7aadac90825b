import { readFileSync } from 'node:fs';
import { expect, test } from './client-test.js';
import { runProgram } from './run-program.js';

test('The glance client creates, tags, changes, downloads and deletes an image', async ({ env, file }, info) => {
  const glance = async (...args: string[]) =>
    (await runProgram('glance', args, env, 'apt-get install python3-glanceclient')).stdout;
  const format = ['--disk-format', 'qcow2', '--container-format', 'bare', '--min-disk', '40'];
  const created = await glance('image-create', '--name', 'by-glance', ...format, '--file', file);
  const [, id = ''] = /\| id +\| ([0-9a-f-]{36})/.exec(created) ?? [];
  await glance('image-tag-update', id, 'green');
  expect(await glance('image-list', '--tag', 'green')).toContain(id);
  await glance('image-tag-delete', id, 'green');
  expect(await glance('image-update', id, '--name', 'renamed', '--property', 'shape=round')).toMatch(/shape +\| round/);
  expect(await glance('image-show', id)).toMatch(/name +\| renamed[\s\S]*status +\| active/);
  const saved = info.outputPath('saved');
  await glance('image-download', id, '--file', saved);
  expect(readFileSync(saved).equals(readFileSync(file))).toBe(true);
  await glance('image-delete', id);
  await expect(glance('image-show', id)).rejects.toThrow(/404/);
});

test('The glance client shares and accepts an image, and takes it back', async ({ emulator, env, memberEnv, file }) => {
  const as =
    (whose: NodeJS.ProcessEnv) =>
    async (...args: string[]) =>
      (await runProgram('glance', args, whose, 'apt-get install python3-glanceclient')).stdout;
  const [owner, member] = [as(env), as(memberEnv)];
  const partner = emulator.configuration().member?.projectId ?? '';
  const format = ['--disk-format', 'qcow2', '--container-format', 'bare'];
  const created = await owner('image-create', '--name', 'by-glance', ...format, '--file', file);
  const [, id = ''] = /\| id +\| ([0-9a-f-]{36})/.exec(created) ?? [];
  await owner('member-create', id, partner);
  expect(await owner('member-list', '--image-id', id)).toMatch(new RegExp(`${partner} +\\| pending`));
  await member('member-update', id, partner, 'accepted');
  expect(await owner('member-list', '--image-id', id)).toMatch(new RegExp(`${partner} +\\| accepted`));
  expect(await member('image-list', '--visibility', 'shared', '--member-status', 'accepted')).toContain(id);
  await owner('member-delete', id, partner);
  await expect(member('image-show', id)).rejects.toThrow(/404/);
  await owner('image-delete', id);
});
