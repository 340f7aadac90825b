import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.js';

/** A folder of its own that holds one file. */
export function folderWith(name: string, text: string): string {
  const folder = temporaryFolder();
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
  return folder;
}

/** The mistakes that a reader finds, a line each; the first line says what was read. */
export async function mistakesOf(reading: Promise<unknown>): Promise<string[]> {
  const error = await reading.then(
    () => undefined,
    (thrown: Error) => thrown,
  );
  return error?.message.split('\n').slice(1) ?? [];
}
