import type { Part } from '../reports/join-shards.js';
import type { Results } from '../schemas/results.js';
import { suiteVersion } from '../schemas/suite-version.js';
import { readResults } from './read-results.js';
import { UsageError } from './usage-error.js';

/** What must be the same in all parts of a run, and what to do when it is not. */
const shared: { name: string; of: (part: Part) => unknown; remedy: string }[] = [
  { name: 'suite version', of: ({ suite }) => suite.version, remedy: 'Judge all of them with one version.' },
  { name: 'number of shards', of: ({ shard }) => shard.total, remedy: 'Name the parts of one run.' },
  { name: 'seed', of: ({ run }) => run.seed, remedy: 'Give every shard the same --seed.' },
  { name: 'profile', of: ({ run }) => run.profile, remedy: 'Give every shard the same --profile.' },
  { name: 'effort', of: ({ run }) => run.effort, remedy: 'Give every shard the same --effort.' },
  { name: 'selection', of: ({ run }) => run.only.join(' '), remedy: 'Give every shard the same --only.' },
  { name: 'target', of: ({ target }) => targetOf(target), remedy: 'Give every shard the same --endpoint.' },
];

/**
 * Reads the results of the parts of one run.
 * @throws {UsageError} when one is not whole or no part, and when they are not parts of one run.
 */
export async function readParts(files: readonly string[]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const file of files) parts.push(asPart(await readResults(file), file));
  const [first] = parts as [Part];
  const { version } = first.suite;
  if (version !== suiteVersion()) {
    throw new UsageError(
      `"${files[0]}" was judged by version ${version}, and this is ${suiteVersion()}. Join shards with the version that judged them.`,
    );
  }
  for (const [index, part] of parts.entries()) {
    const differing = shared.find(({ of }) => of(part) !== of(first));
    if (differing) {
      const { name, of, remedy } = differing;
      throw new UsageError(
        `"${files[0]}" and "${files[index]}" are not of one run: the ${name} is ${of(first)} and ${of(part)}. ${remedy}`,
      );
    }
    const twin = parts.findIndex(({ shard }) => shard.index === part.shard.index);
    if (twin < index) {
      const { index: at, total } = part.shard;
      throw new UsageError(
        `Shard ${at} of ${total} is given twice: "${files[twin]}", "${files[index]}". Leave one away.`,
      );
    }
  }
  return parts;
}

function asPart(results: Results, file: string): Part {
  const { shard } = results;
  if (shard === undefined) {
    throw new UsageError(
      `"${file}" is a whole run, not a part of one. To join parts, name the results.json of each "run --shard i/n".`,
    );
  }
  const whole = Number.isInteger(shard.index) && Number.isInteger(shard.total) && Array.isArray(shard.tests);
  if (!whole) throw new UsageError(`"${file}" is not whole: its shard has no tests. Run that shard again.`);
  return { ...results, shard };
}

/** Embedded emulators are all alike, wherever they listen. */
function targetOf({ emulator, fault, endpoint }: Results['target']): string {
  return emulator ? `the embedded emulator${fault ? ` with the fault ${fault}` : ''}` : endpoint;
}
