import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './usage-error.js';

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'it is a file',
  ENOSPC: 'the disk is full',
  ENOENT: 'it cannot be created there',
};

/**
 * Makes sure that the run can write its results, and puts earlier ones aside as `results.previous.json`:
 * a run that dies must not be taken for the one before.
 * @throws {UsageError} when the folder cannot be created or written.
 */
export async function prepareOutput(folder: string): Promise<void> {
  await prepareFolder(folder);
  await rename(join(folder, 'results.json'), join(folder, 'results.previous.json')).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw new UsageError(`Failed to put the earlier results aside: ${error.message}.`);
    },
  );
}

/**
 * Creates a folder where there is none, and tries to write into it.
 * @throws {UsageError} when it cannot be created or written.
 */
export async function prepareFolder(folder: string): Promise<void> {
  const probe = join(folder, `.write-test-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(
      `Failed to write to the output folder "${folder}": ${reasons[code] ?? code}. Choose another one with --out.`,
    );
  }
}
