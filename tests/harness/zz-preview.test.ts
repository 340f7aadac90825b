import { test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { writeReports } from '../../reports/write-reports.js';
import { failure, hostile, runFacts, sampleResults } from './sample-results.js';
import { buildResults } from '../../reports/build-results.js';
test('preview', async () => {
  for (const [name, results] of Object.entries({
    three: sampleResults({}), forty: sampleResults({ failing: 40 }), none: buildResults(runFacts()),
    hostile: sampleResults({ failing: 2, of: (id) => failure(id, { observed: hostile, documented: hostile, counterexample: hostile, curl: hostile }) }),
    huge: sampleResults({ failing: 300, each: 30, of: (id) => { const f = failure(id); f.exchanges = Array.from({length: 20}, () => ({...f.exchanges[1]!, response: {status:200, headers:{}, body: `{"a":"${'x<>&'.repeat(1000)}"}`}})); return f; } }),
  })) { mkdirSync(`/tmp/preview/${name}`, { recursive: true }); await writeReports(results, `/tmp/preview/${name}`); }
});
