import { test as base } from '@playwright/test';
import { type RunningEmulator, startEmulator } from '../../fixtures/emulator/index.js';

/** What came back, with its body read. */
export interface Got {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape.
  json: any;
}

interface Fixtures {
  /** Sends a request to the emulator; with the main project's token unless headers are given. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Got>;
}

/** Playwright's test, with an emulator of its own for each worker. A defect of the emulator fails the test that meets it. */
export const test = base.extend<Fixtures, { emulator: RunningEmulator; defects: unknown[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern.
  defects: [async ({}, use) => use([]), { scope: 'worker' }],
  emulator: [
    async ({ defects }, use) => {
      const emulator = await startEmulator({ onDefect: (error) => defects.push(error) });
      await use(emulator);
      await emulator.close();
    },
    { scope: 'worker' },
  ],
  send: async ({ emulator, defects }, use) => {
    const { token } = emulator.configuration().auth;
    await use(async (method, path, body, headers = { 'X-Auth-Token': token }) => {
      const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      return got(await fetch(emulator.endpoint + path, { method, headers, body: payload }));
    });
    if (defects.length > 0) throw new Error(`The emulator has a defect: ${defects.splice(0).map(stackOf).join('\n')}`);
  },
});

async function got(response: Response): Promise<Got> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export { expect } from '@playwright/test';
