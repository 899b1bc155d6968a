import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/find-chromium.mjs';
import { localePlugin } from './tests/page/components/locale-plugin.ts';

const executablePath = findChromium();

export default defineConfig({
  test: {
    // Tests in a page wait for it most of the time: three files side by side, each in a page of its own, share two cores well.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/page/**', 'tests/e2e/**', '**/node_modules/**'],
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
