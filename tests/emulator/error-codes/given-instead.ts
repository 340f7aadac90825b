/** Codes that no breach brings about, and why. */
export const leftOut: Record<string, string> = {
  'IMG.0114': 'Its recipe shows one member; lists of members have nothing to look up, and are empty.',
  'IMG.0121': 'The general case, beside which each operation has a closer code; its recipe deletes a tag.',
};

const ofImage = 'IMG.0066';
const ofOthers = 'IMG.0047';

/** By code and operation (or `*`, the others): the closer code that is given, where the catalogue says that either is right. */
export const givenInstead: Record<string, Record<string, string>> = {
  'IMG.0024': { ImportImageQuick: 'IMG.0117', ImportImageQuickInSafeMode: 'IMG.0117' },
  'IMG.0027': { BatchAddMembers: 'IMG.0086', BatchDeleteMembers: 'IMG.0086', BatchUpdateMembers: 'IMG.0086' },
  'IMG.0031': {
    '*': ofImage,
    CreateImage: 'IMG.0031',
    CreateImageInSafeMode: 'IMG.0031',
    CreateWholeImage: 'IMG.0031',
    ShowJob: 'IMG.0023',
    ShowJobProgress: 'IMG.0023',
  },
  'IMG.0047': {
    BatchAddMembers: 'IMG.0089',
    CopyImageInRegion: 'IMG.0106',
    CopyImageInRegionInSafeMode: 'IMG.0106',
    ExportImage: 'IMG.0077',
    ExportImageInSafeMode: 'IMG.0077',
  },
  'IMG.0056': { CreateDataImage: 'IMG.0122', CreateDataImageInSafeMode: 'IMG.0122' },
  'IMG.0086': {
    CopyImageInRegion: 'IMG.0027',
    CopyImageInRegionInSafeMode: 'IMG.0027',
    ExportImage: 'IMG.0027',
    ExportImageInSafeMode: 'IMG.0027',
  },
  'IMG.0106': {
    '*': ofOthers,
    BatchAddMembers: 'IMG.0089',
    GlanceAddImageMember: 'IMG.0089',
    GlanceDeleteImage: 'IMG.0094',
    CopyImageInRegion: 'IMG.0106',
    CopyImageInRegionInSafeMode: 'IMG.0106',
    ExportImage: 'IMG.0077',
    ExportImageInSafeMode: 'IMG.0077',
  },
  'IMG.0108': { BatchDeleteMembers: 'IMG.0113', BatchUpdateMembers: ofOthers },
  'IMG.0122': { '*': 'IMG.0056', CreateDataImage: 'IMG.0122', CreateDataImageInSafeMode: 'IMG.0122' },
  'IMG.0144': { BatchAddMembers: 'IMG.0086', BatchDeleteMembers: 'IMG.0086', BatchUpdateMembers: 'IMG.0086' },
};
