import { errorCode, errorCodes } from '../../schemas/error-codes.js';
import { endOf } from './caller.js';
import { expect, test } from './emulator-test.js';
import { backupRecipes } from './error-codes/backups.js';
import { furtherCases } from './error-codes/cases.js';
import { exportRecipes } from './error-codes/exports.js';
import { fileRecipes } from './error-codes/files.js';
import { gatewayRecipes } from './error-codes/gateway.js';
import { imageRecipes } from './error-codes/images.js';
import { keyRecipes } from './error-codes/keys.js';
import { nameRecipes } from './error-codes/names.js';
import { queryRecipes } from './error-codes/queries.js';
import { Desk, type Recipe } from './error-codes/recipe.js';
import { regionRecipes } from './error-codes/regions.js';
import { serverRecipes } from './error-codes/servers.js';
import { sharingRecipes } from './error-codes/sharing.js';

const chapters = [
  gatewayRecipes,
  nameRecipes,
  imageRecipes,
  sharingRecipes,
  keyRecipes,
  fileRecipes,
  serverRecipes,
  backupRecipes,
  exportRecipes,
  queryRecipes,
  regionRecipes,
];
const recipes = new Map(chapters.flatMap((chapter) => Object.entries<Recipe>(chapter)));
const reachable = errorCodes.filter(({ excluded }) => excluded === undefined);

test('Every code that can be reached has a recipe, and no other', () => {
  expect([...recipes.keys()].sort()).toEqual(reachable.map(({ code }) => code));
  expect(chapters.flatMap(Object.keys)).toHaveLength(recipes.size);
});

for (const { code, statuses, trigger } of reachable) {
  const recipe = recipes.get(code);
  if (!recipe) continue;
  test(`${code}: ${trigger}`, async () => {
    await gives(code, statuses, recipe);
  });
}

for (const { code, title, recipe } of furtherCases) {
  test(`${code}: ${title}`, async () => {
    await gives(code, errorCode(code)?.statuses ?? [], recipe);
  });
}

test('IMG.0056: a system that OTC does not list', async () => {
  const unlisted: Recipe = (desk) => desk.create({ os_version: 'NoSuchOS 1.0 64bit' });
  await gives('IMG.0056', [400], unlisted, 'otc');
});

async function gives(code: string, statuses: number[], recipe: Recipe, profile?: string): Promise<void> {
  const desk = await Desk.open(profile);
  const { status, body } = await recipe(desk);
  if (body.job_id) expect(await endOf(desk.stage.main, body.job_id)).toMatchObject({ error_code: code });
  else {
    expect(body.error?.code ?? body.error_code).toBe(code);
    // Native calls and what is not there have statuses of their own.
    expect([...statuses, 403, 404]).toContain(status);
  }
  await desk.stage.emulator.close();
}
