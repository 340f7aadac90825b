import { h } from 'preact';
import { render } from 'preact-render-to-string';
import type { Results } from '../../schemas/results.js';
import { Page } from './page.js';
import { pageLimits } from './page-limits.js';
import { trimResults } from './trim-results.js';

const MOST_BYTES = 1_900_000;

/**
 * Writes results as one HTML page that needs nothing beside itself. A run with more to show than fits in 2 MB is shown
 * in less detail, and the page says what was left off.
 */
export function renderPage(results: Results): string {
  let page = '';
  for (const limits of pageLimits) {
    page = `<!doctype html>\n${render(h(Page, { ...trimResults(results, limits), limits }))}\n`;
    if (Buffer.byteLength(page) <= MOST_BYTES) break;
  }
  return page;
}
