import type { OperationCoverage, ParameterCoverage, Results } from '../../schemas/results.js';

export type Untried = (operation: string, parameter: string) => boolean;

/** A member that no run is given a value for: organizations. */
const withoutValue: Untried = (operation, name) =>
  /^Batch(Add|Delete)Members$/.test(operation) && name === 'body organizations';

/** A path that no page has: what it makes is noted, and not judged. */
export const undocumented: Untried = (operation) => operation === 'CreateDataImageLegacy';

const judged = /^query (limit|sort_key|sort_dir|created_at|updated_at)$/;
/** Filters: no page says which values are refused, and a service may as well list nothing. */
export const filters: Untried = (operation, name) =>
  /^(Glance)?List/.test(operation) && name.startsWith('query ') && !judged.test(name);

/** Pages that the models of the SDK know and the page of the call does not. */
const contradicted: Untried = (operation, name) =>
  operation === 'GlanceListImageMembers' && /^query (limit|marker)$/.test(name);

/** Headers that may be sent with any call, or left out. */
const headers: Untried = (_operation, name) => /^header X-(Sdk-Date|Api-Version)$/.test(name);

/** What only examples send, in this call; no table has it, so that no value is wrong. */
const ofExamples: Untried = (operation, name) =>
  name === 'body is_config_init' ||
  (/^CreateImage(InSafeMode)?$/.test(operation) && name.startsWith('body data_images[].image_tags'));

/** Whose project a path names is judged by who is refused, with calls that no other test repeats in the own project. */
const ofProjects: Untried = (_operation, name) => name === 'path project_id';

/** A project decides for itself; no page says what another one's id is answered. */
const ofDeciders: Untried = (operation, name) => operation === 'GlanceUpdateImageMember' && name === 'path member_id';

const neverAccepted = [withoutValue, headers, undocumented];
const neverRefused = [withoutValue, headers, undocumented, filters, contradicted, ofExamples, ofProjects, ofDeciders];

/**
 * Parameters that no accepted request of a run has carried, or that no refused one had alone wrong, beside an accepted neighbour,
 * although the documents say what is right and what is wrong.
 */
export function untriedParameters(results: Results | undefined): Record<'accepted' | 'refused', string[]> | undefined {
  if (!results) return undefined;
  const untried = (how: 'accepted' | 'refused', left: readonly Untried[]): string[] =>
    results.operations.flatMap(({ operation, parameters }: OperationCoverage) =>
      parameters
        .filter((parameter: ParameterCoverage) => parameter[how] === 0)
        .filter(({ name }) => !left.some((isLeft) => isLeft(operation, name)))
        .map(({ name }) => `${operation} ${name}`),
    );
  return { accepted: untried('accepted', neverAccepted), refused: untried('refused', neverRefused) };
}
