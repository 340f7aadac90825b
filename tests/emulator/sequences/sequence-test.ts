import { test as base, expect } from '@playwright/test';
import { type Caller, endOf, openStage, type Reply, type Stage } from '../caller.js';

/** What clients do step by step (ims-behaviour, sections 4, 7 and 8). Each file has an emulator of its own. */
export interface Steps {
  stage: Stage;
  /** Starts a job, which has to be answered with 200, and gives its end. */
  finished(method: string, path: string, body: object, who?: Caller): Promise<Reply['body']>;
  /** The image as the list shows it; nothing when it does not. */
  listed(id: string, who?: Caller): Promise<Reply['body']>;
  /** Sends a request that has to be answered with that status. */
  sent(status: number, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
}

export const test = base.extend<{ steps: Steps }, { stage: Stage }>({
  stage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
    async ({}, use) => {
      const stage = await openStage({ jobSeconds: 0.02 });
      await use(stage);
      await stage.emulator.close();
    },
    { scope: 'worker' },
  ],
  steps: async ({ stage }, use) => {
    const { main } = stage;
    const finished: Steps['finished'] = async (method, path, body, who = main) => {
      const started = await who.call(method, path, body);
      expect(started.status, JSON.stringify(started.body)).toBe(200);
      expect(started.body.job_id).toMatch(/^[0-9a-f]{32}$/);
      return endOf(who, started.body.job_id);
    };
    const listed: Steps['listed'] = async (id, who = main) => {
      const { status, body } = await who.call('GET', `/v2/cloudimages?id=${id}`);
      expect(status).toBe(200);
      return body.images[0];
    };
    const sent: Steps['sent'] = async (status, method, path, body, headers) => {
      const reply = await main.call(method, path, body, headers);
      expect(reply.status, JSON.stringify(reply.body)).toBe(status);
      return reply;
    };
    await use({ stage, finished, listed, sent });
  },
});

export { expect };
