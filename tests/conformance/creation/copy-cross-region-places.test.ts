import { randomUUID } from 'node:crypto';
import { test } from '../../../fixtures/creation/cross-region-test.js';
import { proves } from '../../../fixtures/index.js';

const rule = (name: string) => proves(`copy-image-cross-region.${name}`);
const nowhere = () => `no-such-${randomUUID().slice(0, 8)}`;

test('a copy needs a region', rule('region-required'), async ({ copy }) => {
  await copy.needs({}, 'a body with a region');
  await copy.comesToNothing({ region: undefined }, 'a body without region');
});

test('a copy needs a project', rule('project-required'), async ({ copy }) => {
  await copy.needs({}, 'a body with a project');
  await copy.comesToNothing({ project_name: undefined }, 'a body without project_name');
});

test('a copy needs an agency', rule('agency-required'), async ({ copy }) => {
  await copy.needs({}, 'a body with an agency');
  await copy.comesToNothing({ agency_name: undefined }, 'a body without agency_name');
});

test('a copy leaves its region', rule('same-region'), async ({ copy, session }) => {
  const { region } = session.configuration;
  await copy.needs({}, 'another region');
  // The project that every account has in every region is named after the region.
  await copy.comesToNothing({ region, project_name: region }, 'the region of the source');
});

test('a copy goes to a known region', rule('unknown-region'), async ({ copy }) => {
  await copy.needs({}, 'a region that is there');
  await copy.comesToNothing({ region: nowhere() }, 'a region that does not exist');
});

test('a copy goes to a known project', rule('unknown-project'), async ({ copy }) => {
  await copy.needs({}, 'a project that is there');
  await copy.comesToNothing({ project_name: nowhere() }, 'a project that does not exist');
});

test('a copy is made by a known agency', rule('unknown-agency'), async ({ copy }) => {
  await copy.needs({}, 'an agency that is there');
  await copy.comesToNothing({ agency_name: nowhere() }, 'an agency that does not exist');
});

test('an agency acts where it may', rule('powerless-agency'), async ({ copy, otherRegion }) => {
  await copy.needs({}, 'an agency that may act in the project');
  await copy.comesToNothing({ agency_name: otherRegion.powerlessAgencyName }, 'an agency that may not');
});
