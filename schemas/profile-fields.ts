/*
 * What a profile (`specs/profiles/NAME.yaml`) decides, and what it may say: the only place that describes it. The generator refuses
 * a name or value that is not here, and a profile that leaves one out: there are no defaults. Types follow from it.
 */

/** Whole numbers. */
export const limits = {
  conditionKeyMax: 'The longest key of a condition of ListImageByTags, in characters.',
  memberMax: 'The projects that an image of a disk may be shared with.',
} as const;

/** Texts that stand where a request names none. */
export const defaults = {
  diskFormat: { holds: 'The disk format of an image whose metadata names none.', form: /^[a-z0-9]+$/ },
} as const;

/** What a page enumerates; each entry is of the form. */
export const lists = {
  metadataDiskFormats: { holds: 'The disk formats that metadata may name.', form: /^[a-z0-9]+$/ },
  listedDiskFormats: { holds: 'The disk formats that either list of images is asked for.', form: /^[a-z0-9]+$/ },
  kindsOfSupport: { holds: 'Properties `__support_…` that an update may set to true.', form: /^[a-z0-9_]+$/ },
  kindsOfSpecialSupport: {
    holds: 'Properties `__support_…` that an update may set on an image without support of KVM and Xen.',
    form: /^(xen|kvm)_[a-z_]+$/,
  },
  kvmGpuTypes: { holds: 'Values of `__support_kvm_gpu_type`.', form: /^\w+$/ },
  wholeMemories: { holds: 'Properties that an update may set to whole numbers of MB alone.', form: /^(min|max)_ram$/ },
  sortKeys: { holds: 'Properties that the lists of the extension may be sorted by.', form: /^[a-z_]+$/ },
  ownOsVersions: {
    holds: 'Values of `__os_version`, beside those that every reference lists (fixtures/images/os-versions.ts).',
    form: /^[A-Za-z]+ .*\d/,
  },
} as const;

/** Choices where the references differ: what each decides, and what each of its values means. */
export const readings = {
  tagCharacters: {
    decides: 'Which characters tags may hold.',
    values: {
      chinese:
        'Latin letters, digits, underscore, hyphen and Chinese characters; values the dot as well; in every notation.',
      any: 'Any; of those in a path, Latin ones come back as they were sent.',
      latin: 'Latin letters, digits, underscore and hyphen in one text and natively; anything in tags of two members.',
    },
  },
  tagTextDots: {
    decides: 'How many dots a tag in one text may have.',
    values: { many: 'The first one ends the key, the value may have others.', one: 'Nothing is said of a second one.' },
  },
  tagBlanks: {
    decides: 'What becomes of a blank at an end of a tag of two members.',
    values: { kept: 'It is a character like others.', trimmed: 'It is taken away.' },
  },
  metadataTags: {
    decides: 'What a tag in metadata is.',
    values: { text: 'A single text.', pair: 'A key and a value, with an equals sign between them.' },
  },
  metadataProperties: {
    decides: "Whether metadata may hold properties of the user's.",
    values: { own: 'It may.', documented: 'Nothing is said of others than the documented ones.' },
  },
  nameCharacters: {
    decides: 'Which letters names and descriptions of images may hold.',
    values: {
      chinese: 'Latin and Chinese ones; descriptions other signs, too.',
      latin: 'Latin ones; nothing is said of others.',
    },
  },
  propertyNames: {
    decides: "Which letters names of the user's properties may have.",
    values: { 'any-case': 'Both cases.', 'lower-case': 'No capitals.' },
  },
  blankEnterpriseProject: {
    decides: 'What the empty text as enterprise project of a new image is.',
    values: { default: 'The default one.', undocumented: 'Nothing is said of it.' },
  },
  memberResults: {
    decides: 'What the results of a job about members name.',
    values: { projects: 'Each image with each project.', images: 'The images at least.' },
  },
  encryptedSharing: {
    decides: 'Which encrypted images may be shared.',
    values: { never: 'None.', 'own-key': 'All but those of the default key.' },
  },
  memberGroups: {
    decides: 'Whether a batch names accounts and organizations as well, for the emulator.',
    values: { taken: 'It may, in place of projects.', unknown: 'It names projects; anything else has no effect.' },
  },
  unlistedSystems: {
    decides: 'What becomes of an `os_version` of no platform that the reference lists, for the emulator.',
    values: { taken: 'An image may have it.', refused: 'It is refused with IMG.0056.' },
  },
  imageTypes: {
    decides: 'Whether images tell `__imagetype`.',
    values: { told: 'They do.', none: 'They have no such property.' },
  },
  systemProperties: {
    decides: 'Where `__os_type`, `__os_bit` and `__platform` of an image come from.',
    values: { derived: 'From its version of a system.', given: 'From the request.' },
  },
  nameCase: {
    decides: 'Whether names that differ by case alone are two.',
    values: { distinct: 'They are.', undocumented: 'Nothing is said of it.' },
  },
  timeFractions: {
    decides: 'Whether filters compare fractions of seconds that no answer shows.',
    values: { none: 'They do not.', hidden: 'They do.' },
  },
  protectedImageCode: {
    decides: 'The error code of deleting a protected image, for the emulator; both are accepted.',
    values: { 'IMG.0091': 'The one of its own.', 'IMG.0028': 'The one of states that do not allow it.' },
  },
} as const;

/** One value for each of the readings. */
export type Readings = { [Name in keyof typeof readings]: keyof (typeof readings)[Name]['values'] };
