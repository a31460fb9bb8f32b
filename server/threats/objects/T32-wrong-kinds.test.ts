import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACES, UNKNOWN_IDS, type ObjectKind, type Place } from '../../testing/call-table.ts';
import { plantCanaries, type Canaries } from '../../testing/canaries.ts';
import { callWith, rawAs, type RawCaller } from '../../testing/raw-call.ts';
import { pathOf, retell } from '../../testing/retell.ts';
import { setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
let canaries: Canaries;
let ask: RawCaller;
let detached: string;
beforeAll(async () => {
  stage = await setStage();
  canaries = await plantCanaries(stage);
  const customer = stage.customerId('monthly');
  detached = (await stage.stripe.paymentMethods.attach('pm_card_visa', { customer })).id;
  await stage.stripe.paymentMethods.detach(detached);
  ask = await rawAs(stage, 'monthly');
});
afterAll(() => stage.stop());

const KINDS = Object.keys(UNKNOWN_IDS) as ObjectKind[];

/** Own ids of every other kind, and ids of what never is a customer's own to name. */
function wrongFor(place: Place): string[] {
  const own = KINDS.filter((kind) => kind !== place.kind).flatMap(
    (kind) => canaries.idsOf('monthly', kind)[0] ?? [],
  );
  const { prices, products } = stage.catalogue;
  const others = [stage.customerId('monthly'), prices.proMonthly, products.pro];
  const made = [
    'sub_sched_12345678',
    'si_12345678',
    'cs_test_12345678',
    'bps_12345678',
    'PM_12345678',
  ];
  const almost = canaries.idsOf('monthly', place.kind).slice(0, 1);
  return [
    ...own,
    ...others,
    ...made,
    ...almost.flatMap((id) => [id.toUpperCase(), ` ${id}`, `${id} `, id.slice(0, -1), `${id}x`]),
  ];
}

describe('T32 ids of the wrong kind, of the other mode, of what was deleted', () => {
  it.each(PLACES)('are refused in $in $field of $name', async (place) => {
    const before = stage.simulator.ledger.entries().length;
    stage.simulator.forgetRequests();
    for (const id of wrongFor(place)) {
      const { status, text } = await ask(callWith(place, id));
      expect([400, 404, 409], `${id}: ${text}`).toContain(status);
    }
    expect(stage.writes()).toEqual([]);
    expect(stage.simulator.ledger.entries()).toHaveLength(before);
  });

  it('a card that was taken away is nobody’s', async () => {
    for (const place of PLACES.filter(({ kind }) => kind === 'paymentMethod')) {
      const known = canaries.idsOf('monthly', 'invoice')[0] ?? '';
      const answer = await ask(callWith(place, detached));
      expect(answer.status, `${place.name} ${known}`).toBe(404);
    }
  });

  it('what Stripe says of the other mode stays here', async () => {
    const told = 'a similar object exists in live mode, but a test mode key was used';
    retell(stage, async (request, tell) =>
      /\/(?:sub|in|pm|seti)_liveMode1234/.test(pathOf(request))
        ? Response.json(
            {
              error: {
                type: 'invalid_request_error',
                code: 'resource_missing',
                param: 'id',
                message: `No such object: ${pathOf(request)}; ${told}.`,
                request_log_url: 'https://dashboard.stripe.com/acct_1/test/logs/req_1',
              },
            },
            { status: 404, headers: { 'request-id': 'req_1' } },
          )
        : tell(request),
    );
    for (const place of PLACES) {
      const live = UNKNOWN_IDS[place.kind].replace('doesNotExist', 'liveMode');
      const { status, everything } = await ask(callWith(place, live));
      expect([404, 409], place.name).toContain(status);
      expect(everything).not.toMatch(/live mode|dashboard|req_1/);
    }
  });
});
