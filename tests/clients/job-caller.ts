import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningEmulator } from '../../fixtures/emulator/index.js';
import { expect } from './client-test.js';

interface JobCaller {
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
  send(method: string, path: string, body?: object): Promise<any>;
  /** Starts a job, waits for its end, which has to be a success, and gives it. */
  job(path: string, body: object): Promise<{ entities: { image_id: string } }>;
}

/** Calls of the image service beside those of the client under test, with the main project's token. */
export function caller({ endpoint, configuration }: RunningEmulator): JobCaller {
  const { token, projectId } = configuration().auth;
  const headers = { 'X-Auth-Token': token, 'Content-Type': 'application/json' };
  const send: JobCaller['send'] = async (method, path, body) => {
    const answer = await fetch(endpoint + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return answer.json();
  };
  const job: JobCaller['job'] = async (path, body) => {
    const { job_id, ...refused } = await send('POST', path, body);
    expect(job_id, JSON.stringify(refused)).toBeTruthy();
    for (;;) {
      const state = await send('GET', `/v1/${projectId}/jobs/${job_id}`);
      if (state.status === 'SUCCESS') return state;
      expect(['INIT', 'RUNNING'], JSON.stringify(state)).toContain(state.status);
      await sleep(20);
    }
  };
  return { send, job };
}
