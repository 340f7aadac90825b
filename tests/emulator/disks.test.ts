import { expect, test } from '@playwright/test';
import {
  CHUNK,
  type Disk,
  imageFile,
  inspectFile,
  readDisk,
  type WrittenFormat,
  writeFile,
} from '../../fixtures/emulator/index.js';

const MIB = 1024 * 1024;
const formats: WrittenFormat[] = ['qcow2', 'vhd', 'vmdk', 'zvhd', 'zvhd2'];

/** What a program sees that reads the whole disk. */
function flat({ size, chunks }: Disk): Buffer {
  const disk = Buffer.alloc(size);
  for (const [number, chunk] of chunks) chunk.copy(disk, number * CHUNK);
  return disk;
}

/** A raw disk of 40 MiB with data here and there, at its very end too. */
function scattered(): Buffer {
  const disk = Buffer.alloc(40 * MIB);
  for (let index = 0; index < 60; index++) {
    disk.fill(index + 1, (index * 701_441) % (40 * MIB), ((index * 701_441) % (40 * MIB)) + 512 * (index + 1));
  }
  return disk.fill(0xaa, disk.length - 512);
}

test('files of every format hold the same disk', () => {
  const disk = imageFile('raw');
  for (const format of ['qcow2', 'qcow', 'vhd', 'vhdx', 'vmdk', 'vdi', 'qed'] as const) {
    expect(flat(readDisk(imageFile(format))).equals(disk), format).toBe(true);
  }
});

for (const format of formats) {
  test(`a disk written as ${format} is read back as it was`, () => {
    const disk = scattered();
    const file = writeFile(format, disk, 0);
    expect(inspectFile(file)).toEqual({ format, virtualSize: disk.length });
    expect(flat(readDisk(file)).equals(disk)).toBe(true);
  });

  test(`an empty disk of 2 TB as ${format} is a small file`, () => {
    const file = writeFile(format, undefined, 2040 * 1024 ** 3);
    expect(inspectFile(file)).toEqual({ format, virtualSize: 2040 * 1024 ** 3 });
    expect(file.length).toBeLessThan(20 * MIB);
  });
}

test('a file whose format is the wanted one is given back as it came', () => {
  for (const format of formats) expect(writeFile(format, imageFile(format), 0)).toBe(imageFile(format));
});

test('a damaged map is told, not followed', () => {
  const file = Buffer.from(imageFile('vhdx'));
  // The blocks are said to be of no length.
  const place = file.indexOf(Buffer.from('3767a1ca36fa434db3b633f0aa44e76b', 'hex'));
  file.writeUInt32LE(0, file.readUInt32LE(place + 16) + file.lastIndexOf('metadata'));
  expect(() => readDisk(file)).toThrow('The file is no image.');
});
