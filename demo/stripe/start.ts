import { serve } from '@hono/node-server';
import { createStripeSimulator } from './simulator.ts';

const port = Number(process.env.PORT ?? 12111);
const simulator = createStripeSimulator();

serve(
  { fetch: (request, env) => simulator.fetch(request, env), port, hostname: '127.0.0.1' },
  () => {
    console.log(
      `Stripe simulator on http://127.0.0.1:${port} (sk_test_simulator, pk_test_simulator)`,
    );
  },
);
