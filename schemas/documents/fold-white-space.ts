const wide = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef\\u2018-\\u201d';
const besideWide = new RegExp(`(?<=[${wide}])\\s+|\\s+(?=[${wide}])`, 'gu');

/**
 * Makes a text independent of how it was wrapped and padded: white space beside a Chinese character or a full-width mark
 * says nothing and goes; any other run of it is one blank.
 */
export function foldWhiteSpace(text: string): string {
  return text.normalize('NFC').replace(besideWide, '').replace(/\s+/g, ' ').trim();
}
