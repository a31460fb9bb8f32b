import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../contract/api.ts';
import { plantCanaries, type Canaries } from '../../testing/canaries.ts';
import { faultsOf, RESULTS } from '../../testing/contract-shapes.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { visit, type Visited } from '../../testing/whole-visit.ts';

let stage: Stage;
let canaries: Canaries;
const visits = new Map<string, Visited[]>();
beforeAll(async () => {
  stage = await setStage();
  canaries = await plantCanaries(stage);
  for (const { key } of stage.customers) visits.set(key, await visit(stage, key));
}, 120_000);
afterAll(() => stage.stop());

const everything = (): Visited[] => [...visits.values()].flat();
const isGood = ({ status }: Visited): boolean => status < 300;

/** Names of Stripe's that have no business in an answer. */
const STRIPES =
  /"(?:metadata|client_secret|last_setup_error|latest_charge|last_payment_error|tax_ids|nickname|livemode|object|customer_email|default_source|lookup_key|request_log_url)"/;
/** The secrets of this server, and of Stripe. */
const SECRETS = /\b(?:sk|rk|whsec|prt)_(?:test|live)?_?\w{4,}/;

/** Every object of an answer once more, with one field too many. */
function* grown(value: unknown, rebuild: (part: unknown) => unknown): Generator {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield rebuild({ ...value, metadata: {} });
  for (const [key, part] of Object.entries(value)) {
    if (key === 'texts') continue;
    const inside = (changed: unknown): unknown =>
      rebuild(
        Array.isArray(value)
          ? value.map((one, index): unknown => (`${index}` === key ? changed : one))
          : { ...value, [key]: changed },
      );
    yield* grown(part, inside);
  }
}

describe('T37 an answer with more than the contract says', () => {
  it('there is none, whoever does whatever the portal offers', () => {
    const faults = everything().flatMap(({ name, status, body }) => faultsOf(name, status, body));
    expect(faults).toEqual([]);
    expect(everything().length).toBeGreaterThan(300);
  });

  it('each call was seen to succeed, and refusals were among them', () => {
    const seen = new Set<Endpoint>(['POST /v1/sessions']);
    for (const one of everything().filter(isGood)) seen.add(one.name);
    expect([...seen].toSorted()).toEqual(Object.keys(RESULTS).toSorted());
    expect(everything().filter((one) => !isGood(one)).length).toBeGreaterThan(20);
    expect(everything().filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('would be found in every object of every answer', () => {
    let tried = 0;
    for (const name of Object.keys(RESULTS) as Endpoint[]) {
      const sample = everything().find((one) => one.name === name && isGood(one));
      for (const more of grown(sample?.body, (whole) => whole)) {
        tried += 1;
        expect(faultsOf(name, 200, more), JSON.stringify(more)).not.toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(60);
  });

  it('has no field of Stripe’s, no secret, and nothing of another customer', () => {
    for (const [key, visited] of visits) {
      for (const { name, headers, body } of visited) {
        const text = `${JSON.stringify([...headers])}${JSON.stringify(body)}`;
        expect(text, name).not.toMatch(STRIPES);
        expect(text, name).not.toMatch(SECRETS);
        expect(canaries.foreignTo(key, text), name).toEqual([]);
        expect(headers.get('cache-control'), name).toBe('no-store');
      }
    }
  });

  it('nor has the log anything of anybody, but whose change it was', () => {
    const found = stage.log.flatMap((line) => canaries.anyIn(line));
    expect(found.filter((canary) => !canary.startsWith('cus_'))).toEqual([]);
    expect(stage.log.filter((line) => SECRETS.test(line))).toEqual([]);
    expect(stage.log.length).toBeGreaterThan(10);
  });

  it('nothing was asked of everybody', () => {
    expect(stage.simulator.alarms.list()).toEqual([]);
  });
});
