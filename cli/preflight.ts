import type { Credentials, RunConfiguration } from '../fixtures/config/run-configuration.js';
import { checkAnswer } from './check-answer.js';
import { createProbe } from './probe.js';

/** A configuration that names an endpoint. */
export type EndpointConfiguration = RunConfiguration & { endpoint: string };

/** One way to enter the endpoint, and how the user calls it. */
export interface Entry {
  name: string;
  /** What to correct when it is refused. */
  remedy: string;
  credentials: Credentials;
}

/**
 * Makes sure that the endpoint can be judged at all: it answers in time, as an IMS does, to each of the credentials.
 * Sends one `GET /v2/cloudimages?limit=1` for each.
 * @throws {UsageError} saying what is wrong with address, certificate, answer or credential, and what to do.
 */
export async function preflight(configuration: EndpointConfiguration): Promise<void> {
  const probe = createProbe(configuration);
  try {
    for (const entry of entries(configuration)) checkAnswer(await probe.ask(entry), entry, configuration.endpoint);
  } finally {
    await probe.close();
  }
}

function entries({ auth, member }: EndpointConfiguration): Entry[] {
  return [...waysIn('auth', 'the main project', auth), ...waysIn('member', 'the second project', member)];
}

function waysIn(
  section: 'auth' | 'member',
  whose: string,
  { token, projectId, ak, sk, securityToken }: Credentials,
): Entry[] {
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
