import { readFileSync } from 'node:fs';
import { expect, test } from './client-test.js';
import { runProgram } from './run-program.js';

test('The openstack client creates, lists, changes, saves and deletes an image', async ({ env, file }, info) => {
  const openstack = async (...args: string[]) =>
    (await runProgram('openstack', args, env, 'apt-get install python3-openstackclient')).stdout.trim();
  const format = ['--disk-format', 'qcow2', '--min-disk', '40', '--property', 'colour=blue'];
  const id = await openstack('image', 'create', '--file', file, ...format, '-f', 'value', '-c', 'id', 'by-openstack');
  expect(await openstack('image', 'list', '--private', '-f', 'value', '-c', 'ID', '-c', 'Status')).toBe(`${id} active`);
  await openstack('image', 'set', '--name', 'renamed', '--property', 'shape=round', '--tag', 'green', id);
  await openstack('image', 'unset', '--property', 'colour', id);
  const shown = JSON.parse(await openstack('image', 'show', '-f', 'json', id));
  expect(shown).toMatchObject({ name: 'renamed', status: 'active', tags: ['green'], properties: { shape: 'round' } });
  expect(shown.properties).not.toHaveProperty('colour');
  const saved = info.outputPath('saved');
  await openstack('image', 'save', '--file', saved, id);
  expect(readFileSync(saved).equals(readFileSync(file))).toBe(true);
  await openstack('image', 'delete', id);
  await expect(openstack('image', 'show', id)).rejects.toThrow(/No Image found/);
});

test('The openstack client tags, shares, accepts, rejects and protects an image', async ({
  emulator,
  env,
  memberEnv,
  file,
}) => {
  const as =
    (whose: NodeJS.ProcessEnv) =>
    async (...args: string[]) =>
      (
        await runProgram('openstack', ['image', ...args], whose, 'apt-get install python3-openstackclient')
      ).stdout.trim();
  const [owner, member] = [as(env), as(memberEnv)];
  const partner = emulator.configuration().member?.projectId ?? '';
  const format = ['--disk-format', 'qcow2', '--tag', 'green', '-f', 'value', '-c', 'id'];
  const id = await owner('create', '--file', file, ...format, 'by-openstack');
  expect(await owner('list', '--tag', 'green', '-f', 'value', '-c', 'ID')).toBe(id);
  await owner('add', 'project', id, partner);
  const members = () => owner('member', 'list', id, '-f', 'value', '-c', 'Member ID', '-c', 'Status');
  expect(await members()).toBe(`${partner} pending`);
  await member('set', '--accept', id);
  expect(await members()).toBe(`${partner} accepted`);
  expect(await member('show', '-f', 'value', '-c', 'name', id)).toBe('by-openstack');
  // Taking a project back, this client looks it up in IAM first, which shows nobody another's projects.
  await member('set', '--reject', id);
  expect(await members()).toBe(`${partner} rejected`);
  await owner('set', '--protected', id);
  await expect(owner('delete', id)).rejects.toThrow(/403/);
  await owner('set', '--unprotected', id);
  await owner('delete', id);
});
