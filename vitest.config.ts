import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

const executablePath = (await findChromium()) ?? 'chromium';

export default defineConfig({
  test: {
    // Vitest leaves one core idle: with two, that is half of them.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{contract,server,demo,snippets,scripts}/**/*.test.ts'],
          testTimeout: 20_000,
          // Style sheets that are imported as text (?raw) are empty under Vitest without it.
          css: true,
        },
      },
      {
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['widget/**/*.test.ts'],
          exclude: ['widget/**/*.browser.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['widget/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: CHROMIUM_FLAGS } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          css: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
