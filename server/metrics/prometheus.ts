import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Meter } from './meter.ts';

export interface Metrics {
  meter: Meter;
  contentType: string;
  /** Everything so far, as Prometheus reads it. */
  read(): Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const AGES = [1, 5, 15, 60, 300, 3_600, 86_400, 259_200];

/** For Node only: the library measures the process too. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    meter: createMeter(registry),
    contentType: registry.contentType,
    read: () => registry.metrics(),
  };
}

function createMeter(registry: Registry): Meter {
  const timed = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [registry] });
  const counted = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers: [registry] });

  const requests = timed('portico_request_duration_seconds', 'Calls of the API.', [
    'call',
    'status',
  ]);
  const refusals = counted('portico_refusals_total', 'Calls that ended in a problem.', [
    'call',
    'code',
  ]);
  const stripeCalls = timed(
    'portico_stripe_call_duration_seconds',
    'Calls to Stripe; status 0 where no answer came.',
    ['endpoint', 'status'],
  );
  const kept = counted('portico_kept_total', 'What was asked of the memory.', ['what', 'result']);
  const waits = timed('portico_lock_wait_seconds', 'Changes, waiting for the one before.', []);
  const trouble = counted('portico_store_trouble_total', 'Calls that the store did not answer.', [
    'part',
  ]);
  const ages = new Histogram({
    name: 'portico_webhook_age_seconds',
    help: 'Events of Stripe, from when they happened until they came.',
    buckets: AGES,
    registers: [registry],
  });
  return {
    request: (call, status, durationMs) => requests.observe({ call, status }, durationMs / 1_000),
    refusal: (call, code) => refusals.inc({ call, code }),
    stripeCall: (endpoint, status, durationMs) =>
      stripeCalls.observe({ endpoint, status }, durationMs / 1_000),
    kept: (what, isHit) => kept.inc({ what, result: isHit ? 'hit' : 'miss' }),
    lockWait: (durationMs) => waits.observe(durationMs / 1_000),
    storeTrouble: (part) => trouble.inc({ part }),
    webhook: (ageS) => ages.observe(Math.max(0, ageS)),
  };
}
