import type { Credentials, OtherRegion, RunConfiguration } from '../fixtures/config/run-configuration.js';

/** A configuration that names an endpoint. */
export type EndpointConfiguration = RunConfiguration & { endpoint: string };

/** One way to enter the endpoint, and how the user calls it. */
export interface Entry {
  name: string;
  /** What to correct when it is refused. */
  remedy: string;
  credentials: Credentials;
}

/** Every way in that the configuration has credentials for, the main project's first. */
export function entriesOf({ auth, member, third }: EndpointConfiguration): Entry[] {
  return [
    ...waysIn('auth', 'the main project', auth),
    ...waysIn('member', 'the second project', member),
    ...waysIn('third', 'the third project', third),
  ];
}

/** Every way into the region that images are copied to. */
export function otherEntriesOf(otherRegion: OtherRegion): Entry[] {
  return waysIn('otherRegion', 'the project in the other region', otherRegion);
}

const variables = {
  auth: 'IMS_TOKEN or auth.token',
  member: 'IMS_MEMBER_TOKEN or member.token',
  third: 'IMS_THIRD_TOKEN or third.token',
};

function waysIn(section: 'auth' | 'member' | 'third' | 'otherRegion', whose: string, given: Credentials): Entry[] {
  const { token, projectId, ak, sk, securityToken } = given;
  const place = section === 'otherRegion' ? 'otherRegion.token' : variables[section];
  const list: Entry[] = [];
  if (token) {
    const remedy = `Fetch a new token and set ${place}.`;
    list.push({ name: `the token of ${whose} (${section}.token)`, remedy, credentials: { token, projectId } });
  }
  if (ak && sk) {
    const remedy = `Correct ${section}.ak, ${section}.sk and ${section}.projectId.`;
    const credentials = { ak, sk, projectId, securityToken };
    list.push({ name: `the access key of ${whose} (${section}.ak, ${section}.sk)`, remedy, credentials });
  }
  return list;
}
