import process from 'node:process';
import { startDemo, type Demo } from './demo.ts';
import { PortUnavailableError } from './open-port.ts';

const port = Number(process.env['PORT'] ?? 4242);

if (!Number.isInteger(port) || port < 0 || port > 65_533) {
  fail('PORT must be a whole number up to 65533: the demo takes it and the next two.');
} else {
  try {
    const demo = await startDemo({
      port,
      widgetFolder: new URL('../widget/', import.meta.url),
      environment: ownEnvironment(),
    });
    console.log(welcome(demo));
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void stop(demo));
  } catch (error) {
    if (!(error instanceof PortUnavailableError)) throw error;
    fail(error.message);
  }
}

function welcome({ shopUrl, portalUrl, stripeUrl, customers, secret }: Demo): string {
  const addresses = customers.map(({ key }) => `${shopUrl}/as/${key}`);
  const width = Math.max(...addresses.map((address) => address.length));
  const list = customers.map(({ story }, row) => `  ${addresses[row]?.padEnd(width)}  ${story}`);
  return `
  The demo is ready. Open  ${shopUrl}

  Shop       ${shopUrl}
  Portal     ${portalUrl}
  Simulator  ${stripeUrl}   (stands in for Stripe: no account, no network, no money)

  Secret     ${secret}   (the portal's, for trying a hash of your own)

  Straight to one customer:
${list.join('\n')}

  Ctrl+C ends it.
`;
}

/** A page of one's own may embed the demo's portal too, and sign with a secret of one's own. */
function ownEnvironment(): Record<string, string> {
  const { PORTICO_SECRET, PORTICO_ALLOWED_ORIGINS } = process.env;
  return {
    ...(PORTICO_SECRET && { PORTICO_SECRET }),
    ...(PORTICO_ALLOWED_ORIGINS && {
      PORTICO_ALLOWED_ORIGINS: `http://localhost:${port},${PORTICO_ALLOWED_ORIGINS}`,
    }),
  };
}

function fail(message: string): void {
  console.error(`\n  ${message}\n`);
  process.exitCode = 1;
}

async function stop(demo: Demo): Promise<void> {
  await demo.stop();
  process.exit(0);
}
