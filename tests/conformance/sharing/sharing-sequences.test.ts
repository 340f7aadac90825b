import { fc, proves } from '../../../fixtures/index.js';
import { type SharingStep, sharingSteps } from '../../../fixtures/model/sharing-steps.js';
import { everyChange } from '../../../fixtures/model/sharing-walk.js';
import { test } from '../../../fixtures/sharing/sharing-test.js';

test(
  'any sequence leaves the members it explains',
  proves('image-sharing.sequences'),
  async ({ sharing, own, receiver, third, forAll, judge }) => {
    const step: fc.Arbitrary<SharingStep> = fc.constantFrom(...sharingSteps);
    await forAll(
      fc.array(step, { minLength: 3, maxLength: 40 }),
      async (steps) => {
        await sharing.given(own, {});
        let due: Record<string, string> = {};
        for (const { name, isOpen, send, effect } of steps) {
          if (isOpen?.(due, { receiver, third })) continue;
          const exchange = await send({ sharing, image: own, receiver, third });
          if (exchange) due = effect(due, { receiver, third });
          const states = await sharing.settled(own, due);
          judge.equal(states, due, `the members after ${name} of ${steps.map((one) => one.name).join(', ')}`);
        }
      },
      { weight: 0.15, examples: [everyChange()] },
    );
  },
);
