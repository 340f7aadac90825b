import { didYouMean } from '../fixtures/config/nearest.js';
import { visible } from '../reports/text/visible.js';
import { requirements } from '../schemas/catalogue.js';
import { errorCode, errorCodes } from '../schemas/error-codes.js';
import { explainCode } from './explain-code.js';
import { explainRequirement } from './explain-requirement.js';
import { explainResult } from './explain-result.js';
import { knownFaults } from './known-faults.js';
import { lastResults, type RunPlace } from './last-results.js';
import { UsageError } from './usage-error.js';

/**
 * Prints one requirement with its last result, or one error code.
 * @param id of a requirement, or a code such as IMG.0178, in capitals or not.
 * @throws {UsageError} when there is none of that name, with the nearest ones, or the last results cannot be read.
 */
export async function explain(id: string, place: RunPlace): Promise<number> {
  const code = errorCode(id.toUpperCase());
  process.stdout.write(`${(code ? explainCode(code) : await linesOf(id, place)).join('\n')}\n`);
  return 0;
}

async function linesOf(id: string, place: RunPlace): Promise<string[]> {
  const found = requirements.find((requirement) => requirement.id === id);
  if (!found) {
    if (/^(img|apigw)\./i.test(id))
      throw unknown(
        'error code',
        id.toUpperCase(),
        errorCodes.map(({ code }) => code),
      );
    throw unknown(
      'requirement',
      id,
      requirements.map((requirement) => requirement.id),
    );
  }
  const faults = (await knownFaults())
    .filter((fault) => fault.breaks === id)
    .map(({ name, describe }) => `${name}: ${describe}`);
  const { file, results } = await lastResults(place);
  return [...explainRequirement(found, faults), ...explainResult(id, results, file).map(visible)];
}

function unknown(what: string, id: string, ids: readonly string[]): UsageError {
  const list =
    what === 'requirement' ? ' Run "ims-conformance list" to see the ids.' : ' Its digits are four, as in IMG.0178.';
  return new UsageError(`There is no ${what} "${id}".${didYouMean(id, ids, 3) || list}`);
}
