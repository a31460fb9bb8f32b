/** The only reader of the environment. Everything else is given its options. */
import { createSecretCheck, type Mode } from './auth/secrets.ts';
import { DEFAULT_PORTAL, SetupError, parsePortalFile } from './portal-file.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { shown } from './shown.ts';
import type { Pace } from './stripe/http/paced-ask.ts';

export interface PortalOptions {
  mode: Mode;
  stripeSecretKey: string;
  stripePublishableKey: string;
  /** Of the webhook endpoint: none without one, two while one takes the place of the other. */
  stripeWebhookSecrets: string[];
  /** Where a simulator listens; null is Stripe itself. */
  stripeApiBase: string | null;
  /** How long what was read of a customer may be shown again, unless news comes first. */
  cacheSeconds: number;
  /** How fast Stripe may be asked. */
  stripePace: Pace;
  /** Null, with a test key only: any origin may embed. */
  allowedOrigins: string[] | null;
  /** How many proxies of one's own add to `X-Forwarded-For` before this server. */
  trustedProxies: number;
  /** Where several instances share locks, limits and news; null for one alone. */
  redisUrl: string | null;
  /** Where browsers reach this server; null where nobody said. */
  publicUrl: string | null;
  /** Who knows it may read the metrics; null: nobody. */
  metricsToken: string | null;
  portals: Map<string, Portal>;
  port: number;
}

/** One of the portals that this server serves: its settings, and its own secrets. */
export interface Portal {
  name: string;
  settings: Settings;
  secrets: string[];
}

export type Environment = Record<string, string | undefined>;

const DEFAULT_PORT = 8787;
const NO_PACE: Pace = { perSecond: 0, perSecondInAll: 0 };

/** Gives the text of a file. Only Node has files (text-file.ts): on Workers there is nothing to read. */
export type ReadFile = (fileName: string) => string;

/** The options in an environment. Throws SetupError with everything that is wrong, a line each. */
export function readOptions(
  environment: Environment,
  readFile: ReadFile = withoutFiles,
): PortalOptions {
  const faults: string[] = [];
  const read = <T>(reader: () => T, otherwise: T): T => {
    try {
      return reader();
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      faults.push(error.message);
      return otherwise;
    }
  };
  const key = read(() => readSecretKey(environment), { value: '', mode: 'test' as const });
  const portals = read(
    () => readPortals(environment, key.mode, readFile),
    new Map<string, Portal>(),
  );
  const options = {
    mode: key.mode,
    stripeSecretKey: key.value,
    stripePublishableKey: read(() => readPublishableKey(environment, key.mode), ''),
    stripeWebhookSecrets: read(() => readWebhookSecrets(environment), []),
    stripeApiBase: read(() => readApiBase(environment, key.mode), null),
    cacheSeconds: read(() => readCacheSeconds(environment), 0),
    stripePace: read(() => readStripePace(environment, key.mode), NO_PACE),
    allowedOrigins: read(() => readOrigins(environment, key.mode), null),
    trustedProxies: read(() => readTrustedProxies(environment), 0),
    redisUrl: read(() => readRedisUrl(environment), null),
    publicUrl: read(() => readPublicUrl(environment), null),
    metricsToken: read(() => readMetricsToken(environment), null),
    portals,
    port: read(() => readPort(environment), DEFAULT_PORT),
  };
  if (faults.length > 0) throw new SetupError(faults.join('\n'));
  return options;
}

function readSecretKey(environment: Environment): { value: string; mode: Mode } {
  const value = environment['STRIPE_SECRET_KEY'] ?? '';
  const mode = /^(?:sk|rk)_(test|live)_\w+$/.exec(value)?.[1];
  if (mode === 'test' || mode === 'live') return { value, mode };
  throw new SetupError(
    'STRIPE_SECRET_KEY must be a Stripe secret key (sk_test_…, sk_live_…) or, better, a restricted one (rk_…).',
  );
}

function readPublishableKey(environment: Environment, mode: Mode): string {
  const value = environment['STRIPE_PUBLISHABLE_KEY'] ?? '';
  if (new RegExp(`^pk_${mode}_\\w+$`).test(value)) return value;
  throw new SetupError(
    `STRIPE_PUBLISHABLE_KEY must be the publishable key (pk_${mode}_…) of the same account and mode as STRIPE_SECRET_KEY.`,
  );
}

function readWebhookSecrets(environment: Environment): string[] {
  const value = environment['STRIPE_WEBHOOK_SECRET'];
  if (value === undefined) return [];
  const secrets = value.split(',').map((part) => part.trim());
  if (secrets.every((secret) => /^whsec_[\w+/=-]{8,}$/.test(secret))) return secrets;
  throw new SetupError(
    "STRIPE_WEBHOOK_SECRET must be the endpoint's signing secret (whsec_…), or two with a comma between while it is being replaced. Leave it out if there is no webhook.",
  );
}

function readApiBase(environment: Environment, mode: Mode): string | null {
  const value = environment['STRIPE_API_BASE'];
  if (value === undefined || value === '') return null;
  if (mode === 'live') {
    throw new SetupError('STRIPE_API_BASE is refused with a live key: leave it out.');
  }
  if (originOf(value)) return value;
  throw new SetupError('STRIPE_API_BASE must be an address like http://localhost:12111.');
}

function readOrigins(environment: Environment, mode: Mode): string[] | null {
  const origins = splitList(environment['PORTICO_ALLOWED_ORIGINS']);
  if (origins.length === 0) {
    if (mode === 'test') return null;
    throw new SetupError(
      'PORTICO_ALLOWED_ORIGINS must list the sites that embed the portal (https://app.example.com, …): with a live key there is no default.',
    );
  }
  for (const origin of origins) {
    if (originOf(origin) !== origin) {
      throw new SetupError(
        `PORTICO_ALLOWED_ORIGINS: ${shown(origin)} is not an origin. Write scheme and host only, like ${originOf(origin) ?? 'https://app.example.com'}.`,
      );
    }
  }
  return origins;
}

/** With a webhook Stripe says when something changes; without one, nobody does. */
function readCacheSeconds(environment: Environment): number {
  const byDefault = environment['STRIPE_WEBHOOK_SECRET'] === undefined ? '10' : '240';
  const value = environment['PORTICO_CACHE_SECONDS'] ?? byDefault;
  if (/^\d{1,4}$/.test(value)) return Number(value);
  throw new SetupError('PORTICO_CACHE_SECONDS must be a number of seconds from 0 to 9999.');
}

/**
 * Below the 25 that Stripe takes from an account on each endpoint, because the owner asks too. In all,
 * Stripe takes four times as many with a live key, and no more with a test key.
 */
function readStripePace(environment: Environment, mode: Mode): Pace {
  const value = environment['PORTICO_STRIPE_CALLS_PER_SECOND'] ?? '20';
  if (/^[1-9]\d{0,3}$/.test(value)) {
    const perSecond = Number(value);
    return { perSecond, perSecondInAll: mode === 'live' ? 4 * perSecond : perSecond };
  }
  throw new SetupError('PORTICO_STRIPE_CALLS_PER_SECOND must be a whole number from 1 to 9999.');
}

function readTrustedProxies(environment: Environment): number {
  const value = environment['PORTICO_TRUSTED_PROXIES'] ?? '0';
  if (/^\d$/.test(value)) return Number(value);
  throw new SetupError(
    'PORTICO_TRUSTED_PROXIES must be the number of your own proxies before this server, from 0 to 9.',
  );
}

function readRedisUrl(environment: Environment): string | null {
  const value = environment['REDIS_URL'] ?? '';
  if (value === '') return null;
  if (/^rediss?:\/\/\S+$/.test(value) && URL.canParse(value)) return value;
  throw new SetupError('REDIS_URL must be an address like redis://user:password@host:6379/0.');
}

function readPublicUrl(environment: Environment): string | null {
  const value = environment['PUBLIC_URL'] ?? '';
  if (value === '') return null;
  if (originOf(value)) return value;
  throw new SetupError('PUBLIC_URL must be an address like https://billing.example.com.');
}

function readMetricsToken(environment: Environment): string | null {
  const value = environment['PORTICO_METRICS_TOKEN'] ?? '';
  if (value === '') return null;
  if (/^[\w.~+/=-]{16,512}$/.test(value)) return value;
  throw new SetupError(
    'PORTICO_METRICS_TOKEN must be at least 16 letters and digits: whoever has it reads /metrics.',
  );
}

function readPort(environment: Environment): number {
  const value = environment['PORT'] ?? String(DEFAULT_PORT);
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65_535) return port;
  throw new SetupError('PORT must be a number from 0 to 65535.');
}

function readPortals(
  environment: Environment,
  mode: Mode,
  readFile: ReadFile,
): Map<string, Portal> {
  const portals = new Map<string, Portal>();
  const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET } = environment;
  const others = { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET };
  const faultOf = createSecretCheck(mode, others);
  for (const [name, settings] of readSettings(environment, readFile)) {
    const variable = secretVariable(name);
    const secrets = splitList(environment[variable]);
    if (secrets.length === 0) {
      throw new SetupError(`${variable} is missing. Make one with \`npx portico secret ${mode}\`.`);
    }
    for (const secret of secrets) {
      const fault = faultOf(secret, variable);
      if (fault !== null) throw new SetupError(`${variable} ${fault}`);
    }
    portals.set(name, { name, settings, secrets });
  }
  return portals;
}

function secretVariable(portal: string): string {
  if (portal === DEFAULT_PORTAL) return 'PORTICO_SECRET';
  return `PORTICO_SECRET_${portal.toUpperCase().replaceAll('-', '_')}`;
}

/** The portal file, or what would stand in it: where there are no files, or no wish for one. */
function readSettings(environment: Environment, readFile: ReadFile): Map<string, Settings> {
  const fileName = environment['PORTICO_CONFIG'] ?? '';
  const inline = environment['PORTICO_CONFIG_JSON'] ?? '';
  if (fileName !== '' && inline !== '') {
    throw new SetupError('PORTICO_CONFIG and PORTICO_CONFIG_JSON are both set: leave one out.');
  }
  if (inline !== '') return parsePortalFile(inline, 'PORTICO_CONFIG_JSON');
  if (fileName !== '') return parsePortalFile(readFile(fileName), fileName);
  return new Map([[DEFAULT_PORTAL, DEFAULT_SETTINGS]]);
}

function withoutFiles(fileName: string): string {
  throw new SetupError(
    `PORTICO_CONFIG: the file ${fileName} cannot be read here. Put its text into PORTICO_CONFIG_JSON.`,
  );
}

function splitList(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function originOf(address: string): string | null {
  try {
    const { origin, protocol } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}
