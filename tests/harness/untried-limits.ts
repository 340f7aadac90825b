import type { Results } from '../../schemas/results.js';
import { filters, undocumented } from './untried-parameters.js';

/** Whether a limit of a parameter is left out, named with both: `body name maxLength 128`. */
type Left = (operation: string, limit: string) => boolean;

const isOneOf =
  (...limits: RegExp[]): Left =>
  (operation, limit) =>
    limits.some((pattern) => pattern.test(`${operation} ${limit}`));

/** An empty part of a path makes another path, and no id has one character. */
const parts = isOneOf(/ path \w+ minLength 1$/);

/** Ids, and names of regions, projects and systems, are the service's: there is none of one character. */
const oneCharacter = isOneOf(
  / body (.*\.)?((image|instance|volume|backup|vault|cmk|project)_id|member|region|(project|agency)_name|os_version) minLength 1$/,
);

/** Of these, pages say that they are needed, and not what an empty one is. */
const emptyTexts = isOneOf(
  / body (.*\.)?((image|volume|vault|cmk|project)_id|region|(project|agency)_name|os_version) minLength 1$/,
  / header X-Api-Version minLength 1$/,
  / query marker minLength 1$/,
);

/** An image of a run is known by its name, so that none is made that has a single character. */
const shortNames = isOneOf(/ body (data_images\[\]\.)?name minLength 1$/);

/** One page says 1 GB, others 10 or 40; what lies between is recorded. */
const disputedDisks = isOneOf(/ min_disk minimum 1$/, /\.min_disk minimum 1$/);
/** Less than the 40 GB of its page is recorded, as an example has it. */
const smallDataDisks = isOneOf(/^CreateDataImage(InSafeMode)? body min_disk minimum 40$/);

/** The page of the call says 255, that of attributes 128. */
const disputedNames = isOneOf(/^GlanceCreateImageMetadata body name maxLength 255$/);
/** What becomes of metadata with an empty name is recorded. */
const emptyNames = isOneOf(/^GlanceCreateImageMetadata body name minLength 1$/);
/** No page bounds the memory of metadata. */
const metadataMemory = isOneOf(/^GlanceCreateImageMetadata body min_ram minimum 0$/);

/** What counts is how many tags the image would carry, however many are in the list. */
const batches = isOneOf(/^BatchAddOrDeleteTags body tags maxItems 10$/);
/** A longer or an empty key is that of no tag. */
const absentTags = isOneOf(
  /^GlanceDeleteTag path tag maxLength 255$/,
  /^BatchDeleteTags body tags\[\]\.key minLength 1$/,
);

/** An empty list is as good as none, which other rules are about. */
const emptyLists = isOneOf(/ body (data_images|domains|organizations) minItems 1$/);

/** The pages give no bounds of a page's length, and that of the native members knows no page at all. */
const pageLengths = isOneOf(/ query limit minimum 1$/);
const unknownPages = isOneOf(/^GlanceListImageMembers query limit /);
/** Tags have no size by which they could be seen in order. */
const tagsBySize = isOneOf(/^ListTags query sort_key one of size$/);

/** The twin has the pages of the older call, of which it is tried with one file and one disk. */
const ofOlderCall = isOneOf(/^CreateImageInSafeMode body (type one of IsoImage|data_images maxItems 3)$/);

const left: Record<'accepted' | 'refused', Left[]> = {
  accepted: [
    parts,
    oneCharacter,
    emptyTexts,
    shortNames,
    disputedDisks,
    disputedNames,
    tagsBySize,
    unknownPages,
    ofOlderCall,
  ],
  refused: [
    ...[parts, emptyTexts, smallDataDisks, disputedNames, emptyNames, metadataMemory, batches, absentTags],
    ...[emptyLists, pageLengths, unknownPages, ofOlderCall],
  ],
};

/** Limits of the contract that no accepted request of a run was at, or that no refused one was the first beyond, and alone wrong in it. */
export function untriedLimits(results: Results | undefined): Record<'accepted' | 'refused', string[]> | undefined {
  if (!results) return undefined;
  const untried = (how: 'accepted' | 'refused'): string[] =>
    results.operations.flatMap(({ operation, parameters }) =>
      parameters
        .filter(({ name }) => !filters(operation, name) && !undocumented(operation, name))
        .flatMap(({ name, limits = [] }) => limits.map((limit) => ({ ...limit, name: `${name} ${limit.limit}` })))
        .filter((limit) => limit[how] === 0 && !left[how].some((isLeft) => isLeft(operation, limit.name)))
        .map(({ name }) => `${operation} ${name}`),
    );
  return { accepted: untried('accepted'), refused: untried('refused') };
}
