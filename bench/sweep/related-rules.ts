import type { Requirement } from '../../schemas/requirement.js';

/** Rules that hold only as long as others do: of whole sequences of calls, and of two views that show the same. */
const sums: ReadonlySet<string> = new Set([
  'tags.any-sequence',
  'tags.views-agree',
  'image-life.sequences',
  'image-life.copies',
  'image-life.sharing',
  'image-sharing.sequences',
  'glance-show-image.agrees',
  'glance-list-images.shows',
  'glance-list-images.agrees',
  'glance-list-image-members.agrees',
  'list-image-members.complete',
  'show-image-member.shows',
  'list-images-fuzzy.agrees',
  'list-images-v11.agrees',
  'show-job-progress.agrees',
  'show-project-image-quota.agrees',
  'update-image.whole-answer',
  'glance-update-image.whole-answer',
  'glance-create-image-metadata.whole-answer',
]);

/**
 * Whether a rule cannot hold without another by what it says:
 * - it sums up others;
 * - it is the same rule of another source, form or interface, which goes by the same name;
 * - it names the status of an answer, where the other one is about all statuses, or all errors;
 * - it tells what stands in a body, where the other one is about the form of the body.
 */
export function followsFrom(broken: Requirement, rule: Requirement): boolean {
  if (sums.has(rule.id) || nameOf(rule) === nameOf(broken)) return true;
  if (broken.chapter === 'common' && broken.operations.length === 0)
    return rule.rejects.length > 0 || rule.id.startsWith('common.');
  if (nameOf(broken) === 'statuses') return namesStatus(rule);
  return nameOf(broken) === 'response' && callOf(rule) === callOf(broken);
}

function namesStatus({ id, rejects, rule }: Requirement): boolean {
  return rejects.length > 0 || /\b[245]\d\d\b/.test(rule) || id === 'common.error-code';
}

function nameOf({ id }: Requirement): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function callOf({ id }: Requirement): string {
  return id.slice(0, id.lastIndexOf('.'));
}
