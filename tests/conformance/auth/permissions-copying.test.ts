import { test } from '../../../fixtures/creation/cross-region-test.js';
import { proves } from '../../../fixtures/index.js';

test('a user who may only read copies nothing far', proves('permissions.reader-copies'), async ({ reader, copy }) => {
  await copy.refuses({}, 'a copy to another region by a user who may only read', reader);
  await copy.needs({}, 'a copy to another region by a user who may');
});
