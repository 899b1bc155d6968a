import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** Whole tasks on real applications, with the answers that a model gave when they were recorded (tests/scenarios). */
export default defineConfig({
  ...base,
  testDir: 'tests/scenarios',
  projects: [{ name: 'scenarios' }],
  reporter: [['list'], ['json', { outputFile: '.cache/scenarios.json' }]],
});
