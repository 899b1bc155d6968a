import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/find-chromium.mjs';
import { localePlugin } from './tests/page/components/locale-plugin.ts';

const executablePath = findChromium();

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/page/**', 'tests/e2e/**', '**/node_modules/**'],
          // Pure rooms keep nothing between files: loading them once for all takes two thirds of the time.
          isolate: false,
        },
      },
      {
        plugins: [localePlugin()],
        resolve: {
          alias: { '#i18n': fileURLToPath(new URL('tests/page/components/i18n.ts', import.meta.url)) },
        },
        test: {
          name: 'page',
          include: ['tests/page/**/*.test.{ts,tsx}'],
          // Most of the time they wait for the page: three files side by side, each in a page of its own, share two cores well.
          maxWorkers: Math.max(3, availableParallelism() - 1),
          // Vitest wants projects of another number of workers in another group.
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: [
                  '--no-sandbox',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
