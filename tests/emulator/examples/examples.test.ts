import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { operationById } from '../../../schemas/contract.js';
import { validateAnswer } from '../../../schemas/validate-answer.js';
import { endOf, openStage, type Stage } from '../caller.js';
import { adaptCall } from './adapt-call.js';
import { contractCalls, documentCalls, type ExampleCall } from './example-calls.js';

/** Examples whose job fails, by the beginning of their titles, and why. */
const contradicted: Record<string, string> = {
  'ims_03_0605 b100aa5641b93d8b': 'A quick import of a qcow2 file; the same page allows raw and zvhd2 alone.',
  'ims_03_0605 d843b3292683df9d': 'A quick import of a qcow2 file; the same page allows raw and zvhd2 alone.',
};

/** The references in this folder are tried too, for those who have them. */
const documents = process.env.IMS_CONFORMANCE_DOCS;
const references = documents ? ['huawei-api-ref-zh', 'otc-api-ref'].map((name) => join(documents, name)) : [];
const calls: ExampleCall[] = [...contractCalls(), ...(await Promise.all(references.map(documentCalls))).flat()];

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage({ jobSeconds: 0 });
});
test.afterAll(() => stage.emulator.close());

for (const [index, call] of calls.entries()) {
  test(`Example ${index + 1}, ${call.title}, gets the documented answer`, async () => {
    const { operation, mediaType = operation.mediaType ?? 'application/json' } = call;
    const { who, path, body } = await adaptCall(call, stage);
    const type = { 'Content-Type': mediaType };
    const { status, body: answer } = await who.call(operation.method, path, body, type);
    expect(operation.success, `${path} ${JSON.stringify(body)} -> ${JSON.stringify(answer)}`).toContain(status);
    expect(validateAnswer(operation, status, answer)).toEqual([]);
    if (!operation.async) return;
    const job = await endOf(who, answer.job_id);
    const why = Object.entries(contradicted).find(([title]) => call.title.startsWith(title))?.[1];
    expect(job, why ?? JSON.stringify(job)).toMatchObject({ status: why ? 'FAIL' : 'SUCCESS' });
    expect(validateAnswer(operationById('ShowJob'), 200, job)).toEqual([]);
  });
}
