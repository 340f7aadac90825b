const end = /[。！？]+[”’」』）)]*|\.+["')\]]*(?=\s)|[!?]+["']?(?=\s)/gu;
const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|No|Fig)\.$/;

/** Cuts folded text into sentences, Chinese and Latin; each keeps its closing mark. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(end)) {
    const stop = index + mark.length;
    if (abbreviation.test(text.slice(start, stop))) continue;
    sentences.push(text.slice(start, stop).trim());
    start = stop;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}
