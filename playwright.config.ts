import { defineConfig } from '@playwright/test';

const LONG = 'e2e/worker-killed.spec.ts';

/** Tests that need the build for Firefox. */
const FIREFOX = 'e2e/firefox*.spec.ts';

/** End-to-end tests: the built extension (`npm run build:e2e`) in real browsers. Tests of one process share a browser. */
export default defineConfig({
  testDir: 'tests',
  testMatch: 'e2e/*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  // What takes longest begins first, so that no process is left alone with it at the end.
  projects: [
    { name: 'long', testMatch: LONG },
    // Whole tasks with the answers that a model once gave: `PLAY=<base URL>` has a model do them anew.
    { name: 'scenarios', testMatch: 'scenarios/*.spec.ts' },
    { name: 'others', testIgnore: [LONG, FIREFOX] },
    { name: 'firefox', testMatch: FIREFOX },
  ],
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
});
