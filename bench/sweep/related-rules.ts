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
 * Whether a rule cannot hold without another by what it says: it sums up others, or it is the same rule of another source,
 * form or interface, which goes by the same name.
 */
export function followsFrom(broken: Requirement, rule: Requirement): boolean {
  return sums.has(rule.id) || nameOf(rule) === nameOf(broken);
}

function nameOf({ id }: Requirement): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
