import { listPath } from '../fixtures/line/known-read.js';
import { checkAnswer } from './check-answer.js';
import { type EndpointConfiguration, type Entry, entriesOf, otherEntriesOf } from './entry.js';
import { createProbe } from './probe.js';

/**
 * Makes sure that the endpoint can be judged at all: it answers in time, as an IMS does, to each of the credentials.
 * Asks for one image with each, in the list that the profile has.
 * @throws {UsageError} saying what is wrong with address, certificate, answer or credential, and what to do.
 */
export async function preflight(configuration: EndpointConfiguration): Promise<void> {
  await enter(configuration, entriesOf(configuration));
  const { otherRegion } = configuration;
  if (otherRegion) await enter({ ...configuration, endpoint: otherRegion.endpoint }, otherEntriesOf(otherRegion));
}

async function enter(configuration: EndpointConfiguration, entries: Entry[]): Promise<void> {
  const path = listPath(configuration.profile);
  const probe = createProbe(configuration);
  try {
    for (const entry of entries) checkAnswer(await probe.ask(entry), entry, configuration.endpoint, path);
  } finally {
    await probe.close();
  }
}
