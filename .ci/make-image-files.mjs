// Writes fixtures/emulator/seed/image-file-data.ts: a small valid image file of each format, gzipped, in base64; and those that
// the suite uploads itself to fixtures/filling/image-file-data.ts: what judges shares nothing with what is judged.
// Run it where qemu-img is installed: `node .ci/make-image-files.mjs`. ISO is written here; ZVHD and ZVHD2, whose layout is not
// published, have a stand-in in fixtures/emulator/files.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const MIB = 1024 * 1024;
const BLOCK = 2048;
/** Options that keep a disk of 1 MiB small. */
const options = {
  qcow2: 'cluster_size=512',
  qcow: '',
  vhd: 'subformat=dynamic,force_size=on',
  vhdx: 'block_size=1M,log_size=1M',
  vmdk: 'subformat=monolithicSparse',
  vdi: '',
  qed: '',
};
const qemuNames = { vhd: 'vpc' };

const folder = mkdtempSync(join(tmpdir(), 'image-files-'));
const files = { raw: rawDisk(), iso: isoFile() };
try {
  const source = join(folder, 'disk.raw');
  writeFileSync(source, files.raw);
  for (const [format, settings] of Object.entries(options)) {
    const target = join(folder, `disk.${format}`);
    const more = settings ? ['-o', settings] : [];
    execFileSync('qemu-img', ['convert', '-f', 'raw', '-O', qemuNames[format] ?? format, ...more, source, target]);
    files[format] = readFileSync(target);
  }
} catch (error) {
  console.error(
    `Failed to make image files: ${error.message}. Install qemu-img (Debian: qemu-utils) and run it again.`,
  );
  process.exit(1);
} finally {
  rmSync(folder, { recursive: true });
}

write('../fixtures/emulator/seed/image-file-data.ts', Object.keys(files));
write('../fixtures/filling/image-file-data.ts', ['qcow2', 'qcow', 'vhd', 'vhdx', 'vmdk', 'vdi', 'qed']);

function write(target, formats) {
  const rows = formats.map((format) => {
    const packed = gzipSync(files[format], { level: 9 });
    console.log(`${format}: ${files[format].length} bytes, ${packed.length} packed`);
    return `  ${format}: '${packed.toString('base64')}',`;
  });
  const head = 'Made by .ci/make-image-files.mjs with qemu-img: image files of a 1 MiB disk, gzipped, in base64.';
  const text = [`/** ${head} */`, 'export const imageFileData = {', ...rows, '};', ''].join('\n');
  writeFileSync(new URL(target, import.meta.url), text);
}

/** A disk of 1 MiB with a boot sector and one partition. */
function rawDisk() {
  const disk = Buffer.alloc(MIB);
  disk.set([0x80, 0, 2, 0, 0x83, 0, 0, 0], 446);
  disk.writeUInt32LE(64, 454);
  disk.writeUInt32LE(MIB / 512 - 64, 458);
  disk.writeUInt16LE(0xaa55, 510);
  return disk;
}

/** ISO 9660 with an empty root folder: 16 blocks of system area, two descriptors, two path tables, the folder. */
function isoFile() {
  const [pathLittle, pathBig, root, blocks] = [18, 19, 20, 21];
  const iso = Buffer.alloc(blocks * BLOCK);
  const both32 = (value, at) => {
    iso.writeUInt32LE(value, at);
    iso.writeUInt32BE(value, at + 4);
  };
  const both16 = (value, at) => {
    iso.writeUInt16LE(value, at);
    iso.writeUInt16BE(value, at + 2);
  };
  const folderAt = (at, name) => {
    iso.set([34, 0], at);
    both32(root, at + 2);
    both32(BLOCK, at + 10);
    iso.set([100, 1, 1, 0, 0, 0, 0, 2], at + 18);
    both16(1, at + 28);
    iso.set([1, name], at + 32);
  };
  const primary = 16 * BLOCK;
  iso.write('\x01CD001\x01', primary, 'latin1');
  iso.write('EMPTY'.padEnd(32), primary + 40, 'latin1');
  both32(blocks, primary + 80);
  for (const at of [120, 124]) both16(1, primary + at);
  both16(BLOCK, primary + 128);
  both32(10, primary + 132);
  iso.writeUInt32LE(pathLittle, primary + 140);
  iso.writeUInt32BE(pathBig, primary + 148);
  folderAt(primary + 156, 0);
  iso.writeUInt8(1, primary + 881);
  iso.write('\xffCD001\x01', primary + BLOCK, 'latin1');
  iso.set([1, 0], pathLittle * BLOCK);
  iso.writeUInt32LE(root, pathLittle * BLOCK + 2);
  iso.writeUInt16LE(1, pathLittle * BLOCK + 6);
  iso.set([1, 0], pathBig * BLOCK);
  iso.writeUInt32BE(root, pathBig * BLOCK + 2);
  iso.writeUInt16BE(1, pathBig * BLOCK + 6);
  folderAt(root * BLOCK, 0);
  folderAt(root * BLOCK + 34, 1);
  return iso;
}
