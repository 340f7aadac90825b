import { deflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { imageFile, inspectFile, readDisk, writeFile } from '../../fixtures/emulator/index.js';
import { endOf, openStage, queuedImage } from './caller.js';

const mapped = ['qcow2', 'qcow', 'vhd', 'vhdx', 'vmdk', 'vdi', 'qed'] as const;
const [KIB, MIB] = [1024, 1024 * 1024];

/** A file with a disk of 1 MiB that was changed in one place. */
function changed(format: (typeof mapped)[number], change: (file: Buffer) => unknown): Buffer {
  const file = Buffer.from(imageFile(format));
  change(file);
  return file;
}

for (const format of mapped) {
  test(`a ${format} file that was cut off on its way is no image`, () => {
    const disk = Buffer.alloc(1024 * KIB, 7);
    const file = format === 'qcow2' || format === 'vmdk' ? writeFile(format, disk, 0) : imageFile(format);
    expect(inspectFile(file)?.format).toBe(format);
    expect(inspectFile(file.subarray(0, Math.floor(file.length / 1024) * 512))).toBeUndefined();
  });
}

test('a file that needs another one is no image', () => {
  const descriptor = 512;
  const parent = imageFile('vmdk').indexOf('parentCID=') + 'parentCID='.length;
  const files = {
    'a QCOW2 file with a backing file': changed('qcow2', (file) => file.writeBigUInt64BE(104n, 8)),
    'a VMDK file that tells the difference to another': changed('vmdk', (file) => file.write('12345678', parent)),
    'a part of a VMDK disk': changed('vmdk', (file) => file.fill(0, descriptor, descriptor + 512)),
    'a part of an older VMDK disk': changed('vmdk', (file) => file.write('COWD')),
  };
  for (const [what, file] of Object.entries(files)) expect(inspectFile(file), what).toBeUndefined();
});

test('a QCOW2 file whose data lie in a file of their own is no image', () => {
  const file = Buffer.alloc(4 * 64 * KIB);
  file.set(extended());
  file.writeBigUInt64BE(1n << 2n, 72);
  expect(inspectFile(file)).toBeUndefined();
});

test('a VHD file with a wrong checksum in its header is no image', () => {
  expect(
    inspectFile(changed('vhd', (file) => file.writeUInt8(file.readUInt8(512 + 40) ^ 1, 512 + 40))),
  ).toBeUndefined();
});

test('a map that names one table for every part of the disk is refused before it is followed', () => {
  const cluster = 2 ** 21;
  const file = Buffer.alloc(4 * cluster);
  file.write('QFI\xfb', 0, 'latin1');
  file.writeUInt32BE(2, 4);
  file.writeUInt32BE(21, 20);
  file.writeBigUInt64BE(2n ** 56n, 24);
  file.writeUInt32BE(cluster / 8, 36);
  file.writeBigUInt64BE(BigInt(cluster), 40);
  for (let entry = 0; entry < cluster; entry += 8) file.writeBigUInt64BE(BigInt(2 * cluster), cluster + entry);
  const begin = performance.now();
  expect(inspectFile(file)).toBeUndefined();
  expect(performance.now() - begin).toBeLessThan(2000);
});

test('a map that names one block for every part of the disk is refused before it is followed', () => {
  const [entries, block] = [100_000, 2 * MIB];
  const [header, map] = [512, 1536];
  const at = Math.ceil((map + entries * 4) / 512) * 512;
  const file = Buffer.alloc(at + block + 2 * 512, 255);
  file.set(imageFile('vhd').subarray(0, map));
  file.writeUInt32BE(entries, header + 28);
  for (let entry = 0; entry < entries; entry++) file.writeUInt32BE(at / 512, map + entry * 4);
  file.writeBigUInt64BE(BigInt(entries * block), 48);
  for (const [place, begin, end] of [
    [64, 0, header],
    [header + 36, header, map],
  ] as const) {
    file.writeUInt32BE(0, place);
    file.writeUInt32BE(~file.subarray(begin, end).reduce((sum, byte) => sum + byte, 0) >>> 0, place);
  }
  file.copy(file, file.length - 512, 0, 512);
  const begin = performance.now();
  expect(inspectFile(file)).toBeUndefined();
  expect(performance.now() - begin).toBeLessThan(2000);
});

test('a VMDK file made for streams is read, its grains unpacked', () => {
  const grain = Buffer.alloc(64 * KIB, 'grain');
  const packed = deflateSync(grain);
  const file = Buffer.alloc(24 * 512 + Math.ceil((12 + packed.length) / 512) * 512);
  file.set(imageFile('vmdk').subarray(0, 21 * 512));
  file.writeUInt32LE(0x30001, 8);
  // Capacity, grain, descriptor; entries of an inner table; where the outer table is.
  for (const [index, value] of [128n, 128n, 1n, 20n].entries()) file.writeBigUInt64LE(value, 12 + index * 8);
  file.writeUInt32LE(1, 44);
  file.writeBigUInt64LE(21n, 56);
  file.writeUInt32LE(22, 21 * 512);
  file.writeUInt32LE(24, 22 * 512);
  file.writeUInt32LE(packed.length, 24 * 512 + 8);
  file.set(packed, 24 * 512 + 12);
  expect(inspectFile(file)).toEqual({ format: 'vmdk', virtualSize: 64 * KIB });
  expect(readDisk(file).chunks.get(0)?.equals(grain)).toBe(true);
});

/** A QCOW2 file with extended entries: of its first cluster the first and the third part are there. */
function extended(): Buffer {
  const cluster = 64 * KIB;
  const file = Buffer.alloc(4 * cluster);
  file.write('QFI\xfb', 0, 'latin1');
  for (const [place, value] of [
    [4, 3],
    [20, 16],
    [36, 1],
    [100, 104],
  ] as const)
    file.writeUInt32BE(value, place);
  for (const [place, value] of [
    [24, cluster],
    [40, cluster],
    [72, 16],
  ] as const)
    file.writeBigUInt64BE(BigInt(value), place);
  file.writeBigUInt64BE(BigInt(2 * cluster), cluster);
  file.writeBigUInt64BE(BigInt(3 * cluster), 2 * cluster);
  file.writeUInt32BE(0b101, 2 * cluster + 12);
  return file.fill(9, 3 * cluster);
}

test('a QCOW2 file with extended entries is read part by part', () => {
  expect(inspectFile(extended())).toEqual({ format: 'qcow2', virtualSize: 64 * KIB });
  const chunk = readDisk(extended()).chunks.get(0) ?? Buffer.alloc(0);
  expect([0, 1, 2, 3].map((part) => chunk[part * 2 * KIB])).toEqual([9, 0, 9, 0]);
});

test('the job of a file that was cut off fails, and leaves no image', async () => {
  const stage = await openStage();
  const file = imageFile('qed');
  const cut = new Uint8Array(file.subarray(0, Math.floor(file.length / 1024) * 512));
  const headers = { 'X-Auth-Token': stage.emulator.configuration().auth.token };
  await fetch(`${stage.emulator.endpoint}/obs/ims-images/cut.qed`, { method: 'PUT', headers, body: cut });
  const asked = { name: 'cut', image_url: 'ims-images:cut.qed', min_disk: 40 };
  const { body } = await stage.main.call('POST', '/v2/cloudimages/action', asked);
  expect(await endOf(stage.main, body.job_id)).toMatchObject({ status: 'FAIL', error_code: 'IMG.0057' });
  const queued = await queuedImage(stage.main);
  const place = `${stage.emulator.endpoint}/v2/images/${queued}/file`;
  await fetch(place, { method: 'PUT', headers: { ...headers, 'Content-Type': 'application/octet-stream' }, body: cut });
  await stage.main.call('POST', '/_emulator/advance', { seconds: 60 });
  expect((await stage.main.call('GET', `/v2/images/${queued}`)).body.status).toBe('killed');
  await stage.emulator.close();
});
