import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own that holds one file. */
export function folderWith(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ims-specs-'));
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
