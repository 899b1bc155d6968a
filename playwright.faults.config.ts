import { defineConfig } from '@playwright/test';

/** Fault tests: the built extension (`npm run build:e2e`) in a real Chromium, everything broken at every kind of point. */
export default defineConfig({
  testDir: 'tests/faults',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/faults',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '.cache/faults.json' }]],
});
