import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { sign } from '../fixtures/auth/sign.js';
import type { Credentials } from '../fixtures/config/run-configuration.js';
import { knownRead } from '../fixtures/line/known-read.js';
import { unpacked } from '../fixtures/line/unpacked.js';
import { connectionMistake } from './connection-mistake.js';
import type { EndpointConfiguration, Entry } from './entry.js';
import { UsageError } from './usage-error.js';

/** What the endpoint said to the probe. */
export interface Answer {
  status: number;
  contentType: string;
  text: string;
  location?: string;
  /** The endpoint's clock, from its Date header. */
  date?: Date;
}

/** Asks an endpoint for its first image. */
export interface Probe {
  ask(entry: Entry): Promise<Answer>;
  close(): Promise<void>;
}

const largestBody = 8 * 1024 * 1024;
const attempts = 3;

/**
 * A probe of the endpoint, with its time-out and TLS settings. Throttling (429) is waited out twice.
 * @throws {UsageError} when tls.caFile cannot be read; when asked: when no answer comes.
 */
export function createProbe({ endpoint, timeouts, tls, profile }: EndpointConfiguration): Probe {
  const seconds = timeouts.requestSeconds;
  const connect = { rejectUnauthorized: !tls.insecure, ...(tls.caFile ? { ca: readAuthorities(tls.caFile) } : {}) };
  const dispatcher = new Agent({ connect: { ...connect, timeout: seconds * 1000 }, maxResponseSize: largestBody });
  const { url } = knownRead(endpoint, profile);
  const once = async (entry: Entry): Promise<Answer & { wait: number }> => {
    const headers = headersOf(url, entry.credentials);
    const signal = AbortSignal.timeout(seconds * 1000);
    try {
      const { statusCode, headers: got, body } = await request(url, { dispatcher, headers, signal });
      return {
        status: statusCode,
        contentType: String(got['content-type'] ?? 'no content type'),
        text: unpacked(Buffer.from(await body.arrayBuffer()), String(got['content-encoding'] ?? '')).toString(),
        wait: Math.min(Number(got['retry-after']) || 1, 10),
        ...(got.location ? { location: String(got.location) } : {}),
        ...(got.date ? { date: new Date(String(got.date)) } : {}),
      };
    } catch (error) {
      throw new UsageError(connectionMistake(error, endpoint, seconds));
    }
  };
  return {
    close: () => dispatcher.destroy(),
    ask: async (entry) => {
      for (let attempt = 1; ; attempt++) {
        const answer = await once(entry);
        if (answer.status !== 429 || attempt === attempts) return answer;
        await sleep(answer.wait * 1000);
      }
    },
  };
}

function headersOf(url: string, { token, projectId, ak, sk, securityToken }: Credentials): Record<string, string> {
  const headers = { Accept: 'application/json', ...(projectId ? { 'X-Project-Id': projectId } : {}) };
  if (token) return { ...headers, 'X-Auth-Token': token };
  return sign(
    { method: 'GET', url, headers },
    { ak: ak ?? '', sk: sk ?? '', ...(securityToken ? { securityToken } : {}) },
  );
}

function readAuthorities(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(
      `Failed to read tls.caFile "${file}": ${code}. Name a PEM file with the endpoint's authorities.`,
    );
  }
}
