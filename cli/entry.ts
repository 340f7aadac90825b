import type { Credentials, RunConfiguration } from '../fixtures/config/run-configuration.js';

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
export function entriesOf({ auth, member }: EndpointConfiguration): Entry[] {
  return [...waysIn('auth', 'the main project', auth), ...waysIn('member', 'the second project', member)];
}

function waysIn(section: 'auth' | 'member', whose: string, given: Credentials): Entry[] {
  const { token, projectId, ak, sk, securityToken } = given;
  const variable = section === 'auth' ? 'IMS_TOKEN' : 'IMS_MEMBER_TOKEN';
  const list: Entry[] = [];
  if (token) {
    const remedy = `Fetch a new token and set ${variable} or ${section}.token.`;
    list.push({ name: `the token of ${whose} (${section}.token)`, remedy, credentials: { token, projectId } });
  }
  if (ak && sk) {
    const remedy = `Correct ${section}.ak, ${section}.sk and ${section}.projectId.`;
    const credentials = { ak, sk, projectId, securityToken };
    list.push({ name: `the access key of ${whose} (${section}.ak, ${section}.sk)`, remedy, credentials });
  }
  return list;
}
