import { expect, test } from '@playwright/test';
import { Judge } from '../../fixtures/judging/judge.js';
import type { Recorder } from '../../fixtures/judging/recorder.js';

test('what the target does not show at all is a failure that can be told', () => {
  const judge = new Judge(['image-life.sequences'], { exchanges: [] } as unknown as Recorder);
  const absent = JSON.stringify(undefined);
  const failing = () => judge.that(false, 'the tags of the image', absent);
  expect(failing).toThrow(expect.objectContaining({ observed: 'nothing' }));
});
