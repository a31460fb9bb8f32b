import type { Log } from './log.ts';
import type { Store } from './store/store.ts';
import type { StripeAccount } from './stripe/account.ts';

/** Whether customers may be sent here, and what an operator should look at. */
export interface Readiness {
  check(): Promise<Report>;
  /** From now on no new customers: the server is about to end. */
  stop(): void;
}

export interface Report {
  status: 'ready' | 'degraded' | 'not-ready' | 'stopping';
  stripe: 'ok' | 'unreachable';
  store: 'ok' | 'unavailable';
}

/** Probes come every few seconds, from several places: Stripe is not asked for each. */
const LOOK_AGAIN_MS = 5_000;

interface ReadinessOptions {
  account: Pick<StripeAccount, 'check'>;
  store: Pick<Store, 'check'>;
  log: Log;
  nowMs?: () => number;
}

/**
 * Without Stripe there is nothing to show, so the server is not ready. Without the store it works on,
 * more slowly and more strictly (docs/operations.md), so it is.
 */
export function createReadiness({
  account,
  store,
  log,
  nowMs = () => performance.now(),
}: ReadinessOptions): Readiness {
  let isStopping = false;
  let last: { at: number; report: Promise<Report> } | null = null;
  const look = async (): Promise<Report> => {
    const [stripe, shared] = await Promise.allSettled([account.check(), store.check()]);
    const report = reportOf(stripe.status === 'fulfilled', shared.status === 'fulfilled');
    if (report.status !== 'ready') log('warn', report.status, { advice: adviceOn(report) });
    return report;
  };
  return {
    async check() {
      if (!last || nowMs() - last.at >= LOOK_AGAIN_MS) last = { at: nowMs(), report: look() };
      const report = await last.report;
      return isStopping ? { ...report, status: 'stopping' } : report;
    },
    stop() {
      isStopping = true;
    },
  };
}

function reportOf(isStripeUp: boolean, isStoreUp: boolean): Report {
  return {
    status: isStripeUp ? (isStoreUp ? 'ready' : 'degraded') : 'not-ready',
    stripe: isStripeUp ? 'ok' : 'unreachable',
    store: isStoreUp ? 'ok' : 'unavailable',
  };
}

function adviceOn({ stripe }: Report): string {
  return stripe === 'ok'
    ? 'The store at REDIS_URL does not answer, refuses the password, or takes no writes: try portico doctor.'
    : 'Stripe did not answer within two seconds. Is STRIPE_SECRET_KEY valid?';
}
