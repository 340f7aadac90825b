// Every fault of the bank breaks requirements that there are.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const folder = 'fixtures/emulator/faults';

/** What is wrong in the bank, each with its place. @param isRequirement tells the ids of the catalogue. */
export function faultMistakes(isRequirement) {
  const listed = ['dist/cli/main.js', 'mock', '--list-faults', '--json'];
  const faults = JSON.parse(execFileSync(process.execPath, listed, { encoding: 'utf8', maxBuffer: 1 << 26 }));
  return faults.flatMap(({ name, breaks, also = [] }) =>
    [breaks, ...also]
      .filter((id) => !isRequirement(id))
      .map(
        (id) =>
          `${placeOf(name, id)}: the fault ${name} names ${id}, which is no requirement. Name one of specs/requirements.`,
      ),
  );
}

/** The line that names both, or the ends of both: many are put together. */
function placeOf(name, id) {
  const places = readdirSync(folder).flatMap((file) => {
    const lines = readFileSync(`${folder}/${file}`, 'utf8').split('\n');
    const texts = lines.map((line) => [...line.matchAll(/'([^'\s]+)'/g)].map(([, text]) => text));
    return texts.map((own, at) => {
      const [first, second] = [endIn(own, name), endIn(texts.slice(at, at + 4).flat(), id)];
      return { place: `${folder}/${file}:${at + 1}`, fit: first && second && first + second };
    });
  });
  const [best] = places.sort((one, other) => other.fit - one.fit);
  return best.fit > 0 ? best.place : folder;
}

/** How much of the end of a text the best of some parts is. */
function endIn(parts, text) {
  return Math.max(0, ...parts.map((part) => (text.endsWith(part) ? part.length : 0)));
}
