import { inflateRawSync } from 'node:zlib';

const entrySignature = 0x02014b50;

/**
 * The texts that Playwright's own HTML report carries zipped inside itself, joined.
 * @param page the report's index.html
 * @throws when the page carries no archive: its format has changed, and a look into it would prove nothing.
 */
export function unzippedReport(page: string): string {
  const packed = /application\/zip;base64,([A-Za-z0-9+/=]+)/.exec(page)?.[1];
  if (packed === undefined) throw new Error('The Playwright report carries no zipped data any more. Look where it is.');
  const zip = Buffer.from(packed, 'base64');
  const texts: string[] = [];
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && zip.readUInt32LE(at) === entrySignature; ) {
    texts.push(contentOf(zip, at).toString('utf8'));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return texts.join('\n');
}

/** What the entry of the central directory at `at` stands for. */
function contentOf(zip: Buffer, at: number): Buffer {
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  return zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
}
