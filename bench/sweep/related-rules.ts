import { isStanding } from '../../schemas/catalogue.js';
import type { Requirement } from '../../schemas/requirement.js';

/** Rules that hold only as long as others do: of whole sequences of calls, and of two views that show the same. */
const sums: ReadonlySet<string> = new Set([
  'tags.any-sequence',
  'tags.views-agree',
  'image-life.sequences',
  'image-life.sources',
  'image-life.copies',
  'image-life.sharing',
  'image-sharing.sequences',
  'list-tags.combined',
  'list-image-by-tags.combined',
  'list-tags.support-together',
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
  'glance-create-image-metadata.listed-os-versions',
  'glance-list-image-schemas.items',
  'glance-list-image-member-schemas.items',
  'show-version.same',
  'update-image.whole-answer',
  'glance-update-image.whole-answer',
  'glance-create-image-metadata.whole-answer',
]);

/** Rules of what is another project's, or the region's, whatever the call. */
const ofOthers: ReadonlySet<string> = new Set([
  'isolation.reads',
  'isolation.changes',
  'isolation.lists',
  'isolation.accepted',
  'isolation.paths',
  'isolation.project-header',
  'image-sharing.owner-only',
  'image-sharing.third-project',
  'tags.public-image',
]);

/** Of the pages of one list: which rules cannot hold without another. */
const pages: Readonly<Record<string, readonly string[]>> = {
  paging: ['paging-stable', 'last-page', 'next', 'last-next'],
  'last-page': ['paging', 'paging-stable'],
};

/** Of a new image: what it has of what was asked for, that it has the longest of it in full, and its own of several images. */
const inFull: Readonly<Record<string, readonly string[]>> = {
  'name-blanks': ['name-length'],
  'description-length': ['description-rules'],
  'description-characters': ['description-rules'],
  properties: [
    'name-length',
    'name-characters',
    'description-length',
    'description-characters',
    'description-rules',
    'own-values',
  ],
  tags: ['tag-rules', 'tag-without-dot', 'own-values'],
};

/** What the older call makes is made here as well. */
const repeatsOlder = /-in-safe-mode\.same(-|$)/;

/**
 * Whether a rule cannot hold without another by what it says:
 * - it sums up others, or repeats what another call, or another kind of source, refuses, or what its older twin makes;
 * - it is the same rule of another source, form or interface, which goes by the same name;
 * - it is about pages, which hold every image once: by markers, while others come and go, up to the last, or by links;
 * - it is about what belongs to others, as the other one is of one call;
 * - it is that no request makes a server error, where the other one says so of odd requests;
 * - it names the status of an answer, where the other one is about all statuses, or all errors; or the other way round;
 * - it tells what stands in a body, or of the job whose id stands there, or that it fits its schema, where the other one is about the form of the body.
 */
export function followsFrom(broken: Requirement, rule: Requirement): boolean {
  if (sums.has(rule.id) || /(^|-)refuses$/.test(nameOf(rule))) return true;
  if (repeatsOlder.test(rule.id) && callOf(rule) !== callOf(broken)) return true;
  if (shortNameOf(rule) === shortNameOf(broken)) return true;
  if (pages[nameOf(broken)]?.includes(nameOf(rule)) && callOf(rule) === callOf(broken)) return true;
  if (inFull[shortNameOf(broken)]?.includes(shortNameOf(rule))) return true;
  if (isOfAllCalls(broken)) return rule.rejects.length > 0 || rule.id.startsWith('common.');
  if (broken.id.startsWith('common.odd-')) return rule.id === 'common.no-server-error';
  if (isOfOthers(broken) && (ofOthers.has(rule.id) || (isOfOthers(rule) && speakOfOneCall(broken, rule)))) return true;
  if (nameOf(broken) === 'statuses') return namesStatus(rule);
  if (nameOf(broken) === 'no-content') return nameOf(rule) === 'statuses' || /\b204\b/.test(rule.rule);
  if (nameOf(broken) !== 'response') return false;
  return callOf(rule) === callOf(broken) || isOfJob(rule, broken) || ['fits', 'linked'].includes(nameOf(rule));
}

/** Of a call that answers with the id of a job, which the rule tells of. */
function isOfJob(rule: Requirement, { operations }: Requirement): boolean {
  return nameOf(rule) === 'job' && rule.operations.some((operation) => operations.includes(operation));
}

/** Whether every exchange is judged by it, whatever the call. */
export function isOfAllCalls({ id }: Requirement): boolean {
  return id.startsWith('common.') && isStanding(id);
}

function isOfOthers(rule: Requirement): boolean {
  return /^(foreign|public)/.test(nameOf(rule)) || /^isolation\.|list-[^.]*\.own-project$/.test(rule.id);
}

/** Whether both are of one call; walls between projects are of every call. */
function speakOfOneCall(broken: Requirement, rule: Requirement): boolean {
  return callOf(rule) === callOf(broken) || broken.id.startsWith('isolation.');
}

function namesStatus({ id, rejects, rule }: Requirement): boolean {
  return rejects.length > 0 || /\b[245]\d\d\b/.test(rule) || id === 'common.error-code';
}

function nameOf({ id }: Requirement): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/** Without the kind of disk, backup or value: `data-tags` is to data disks what `tags` is to others. */
function shortNameOf(rule: Requirement): string {
  return nameOf(rule).replace(/^(data|backup|cbr|csbs|named|quick|plain)-/, '');
}

function callOf({ id }: Requirement): string {
  return id.slice(0, id.lastIndexOf('.'));
}
