import { expect, test } from './client-test.js';
import { runProgram } from './run-program.js';

test('The openstack client creates, lists, changes and deletes an image', async ({ env, file }) => {
  const openstack = async (...args: string[]) =>
    (await runProgram('openstack', args, env, 'apt-get install python3-openstackclient')).stdout.trim();
  const format = ['--disk-format', 'qcow2', '--min-disk', '40', '--property', 'colour=blue'];
  const id = await openstack('image', 'create', '--file', file, ...format, '-f', 'value', '-c', 'id', 'by-openstack');
  expect(await openstack('image', 'list', '--private', '-f', 'value', '-c', 'ID', '-c', 'Status')).toBe(`${id} active`);
  await openstack('image', 'set', '--name', 'renamed', '--property', 'shape=round', id);
  await openstack('image', 'unset', '--property', 'colour', id);
  const shown = JSON.parse(await openstack('image', 'show', '-f', 'json', id));
  expect(shown).toMatchObject({ name: 'renamed', status: 'active', min_disk: 40, properties: { shape: 'round' } });
  expect(shown.properties).not.toHaveProperty('colour');
  await openstack('image', 'delete', id);
  await expect(openstack('image', 'show', id)).rejects.toThrow(/No Image found/);
});
