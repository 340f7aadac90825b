import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { renderPage } from '../../reports/html/render-page.js';
import { temporaryFolder } from '../temporary-folder.js';
import { executablePath } from './browser.js';
import { sampleResults } from './sample-results.js';

test.use({ launchOptions: { ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] } });

const file = join(temporaryFolder(), 'conformance.html');
test.beforeAll(() => writeFileSync(file, renderPage(sampleResults())));

test('the page asks nobody for anything and logs nothing', async ({ page }) => {
  const asked: string[] = [];
  const logged: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => logged.push(message.text()));
  page.on('pageerror', (error) => logged.push(error.message));
  await page.goto(pathToFileURL(file).href);
  expect(asked).toEqual([pathToFileURL(file).href]);
  expect(logged).toEqual([]);
});

test('hostile bytes of a target run nothing', async ({ page }) => {
  await page.goto(pathToFileURL(file).href);
  expect(await page.evaluate('window.pwned')).toBeUndefined();
  await expect(page.getByRole('heading', { name: 'Not conformant' })).toBeVisible();
});

test('the filter leaves only what was asked for', async ({ page }) => {
  await page.goto(pathToFileURL(file).href);
  await page.getByLabel(/find/i).first().fill('delete-image-tag.absent-key');
  await expect(page.locator('details.row:visible')).toHaveCount(1);
});
