import { defineConfig } from 'vitest/config';

/**
 * For `npm run test:mutation`: the tests that stand guard over what stryker.config.json names. Each
 * of some thousand mutants is tried on those that reach it, so only quick ones are of use here.
 */
export default defineConfig({
  test: {
    environment: 'node',
    isolate: false,
    include: [
      'server/{lock,carry-out,make-change,intents,origin,digest,credentials-in-address}.test.ts',
      'server/auth/*.test.ts',
      'server/stripe/{gateway,ids,webhook,webhook-signature}.test.ts',
      'server/stripe/gateway/*.test.ts',
      'server/billing/intent.test.ts',
      'server/routes/receive-event.test.ts',
      'widget/safe-url.test.ts',
      'widget/flows/redirect.test.ts',
    ],
    testTimeout: 20_000,
  },
});
