const KNOWN: Record<string, string> = {
  token: 'a project token: `IMS_TOKEN` with `IMS_PROJECT_ID`, or `auth` in the configuration',
  expiredToken: 'a token that has expired: `auth.expiredToken` in the configuration',
  readerToken: 'a token of a user who may only read: `auth.readerToken` in the configuration',
  domainToken: 'a token of the whole account: `auth.domainToken` in the configuration',
  limitedToken: 'a token of a user without rights to keys and server backups: `auth.limitedToken` in the configuration',
  visitorToken: 'a token of a user without rights to images: `auth.visitorToken` in the configuration',
  bucketlessToken: 'a token of a user without rights in the object store: `auth.bucketlessToken` in the configuration',
  fullToken: 'a token of a project into which no image fits: `auth.fullToken` in the configuration',
  akSk:
    'an access key and its secret: `HUAWEICLOUD_SDK_AK`, `HUAWEICLOUD_SDK_SK` and `HUAWEICLOUD_SDK_PROJECT_ID`, ' +
    'or `auth` in the configuration',
  region: 'the name of the region that is judged: `region` in the configuration',
  otherRegion:
    'a region to copy to: `otherRegion` in the configuration, with its endpoint, a project there and an agency',
  member: 'a second project: `IMS_MEMBER_TOKEN` with `IMS_MEMBER_PROJECT_ID`, or `member` in the configuration',
};

/**
 * Says what would enable a requirement that was not run, from the key that it needs (`member`, `objects.qcow2`,
 * `vaultId`, …): the environment variables or the place in the configuration.
 */
export function howToEnable(need: string): string {
  const known = KNOWN[need];
  if (known) return known;
  // A phrase says for itself what is missing.
  if (/\s/.test(need)) return need;
  const format = /^objects\.(.+)$/.exec(need)?.[1];
  if (format) return `an image file of format ${format} in a bucket: \`provided.objects.${format}\` as "bucket:key"`;
  return `\`${need.startsWith('otherRegion.') ? need : `provided.${need}`}\` in the configuration`;
}
