import type { Endpoint } from '../../contract/api.ts';
import { createPortal, type PortalServer } from '../index.ts';
import type { Store } from '../store/store.ts';
import { createFetchAsk } from '../stripe/http/fetch-ask.ts';
import { CustomerBrowser, type Heard } from './customer.ts';
import { effectsOn, type Effects } from './effects.ts';
import type { Operation } from './operations.ts';
import { createWorld, NOW, type World } from './world.ts';
import { unlimited } from '../testing/unlimited.ts';

/** Several instances of one server before one Stripe, and a customer who uses them all. */
export interface Several {
  world: World;
  servers: PortalServer[];
  /** A customer in the state in which the operation begins, signed in at the first instance. */
  begin(operation: Operation): Promise<Visitor>;
}

interface Ask {
  /** Which instance. */
  at: number;
  intent: string;
  body?: unknown;
  /** Something else than the operation. */
  call?: Endpoint;
}

export interface Visitor {
  customerId: string;
  about: string;
  /** What the preview has promised, where there is one. */
  preview(): Promise<unknown>;
  /** Asks one of the instances to do it. */
  submit(ask: Ask): Promise<Heard>;
  overviewAt(at: number): Promise<Heard>;
  effects(): Effects;
}

export async function createSeveral(
  stores: Store[],
  clockOffS: number[] = stores.map(() => 0),
): Promise<Several> {
  const world = await createWorld();
  const ask = createFetchAsk(async (input, init) =>
    world.simulator.fetch(new Request(input, init)),
  );
  const servers = stores.map((store, index) =>
    createPortal(world.options, {
      ask,
      store,
      limits: unlimited,
      now: () => NOW + (clockOffS[index] ?? 0),
    }),
  );
  return { world, servers, begin: (operation) => begin({ world, servers }, operation) };
}

/** The operation done once, by one who does it alone. */
export async function aloneEffects(several: Several, operation: Operation): Promise<Effects> {
  const visitor = await several.begin(operation);
  const body = await visitor.preview();
  const heard = await visitor.submit({ at: 0, intent: crypto.randomUUID(), body });
  if (heard.status !== 200) throw new Error(`${operation.name}: ${heard.text}`);
  return visitor.effects();
}

/** A customer in the state in which the operation begins, before servers wherever they run. */
export async function begin(
  { world, servers }: Pick<Several, 'world' | 'servers'>,
  operation: Operation,
): Promise<Visitor> {
  const person = await world.addCustomer();
  const about = await operation.prepare(world, person);
  const before = world.simulator.ledger.entries().length;
  const portal = operation.portal ?? 'default';
  const secret = world.options.portals.get(portal)?.secrets[0] ?? '';
  let at = 0;
  const browser = new CustomerBrowser({
    customerId: person.id,
    portal,
    secret,
    server: () => servers[at] ?? { fetch: async () => new Response(null, { status: 500 }) },
    nowMs: () => performance.now(),
    hear: () => {},
  });
  await browser.signIn();
  const { preview } = operation;
  return {
    customerId: person.id,
    about,
    async preview() {
      if (!preview) return operation.body?.(world);
      at = 0;
      const heard = await browser.call(preview.call, { id: about, body: preview.body(world) });
      return { previewToken: JSON.parse(heard.text).previewToken };
    },
    submit({ at: instance, intent, body, call = operation.call }) {
      at = instance;
      return browser.call(call, { id: about, intent, ...(body !== undefined && { body }) });
    },
    overviewAt(instance) {
      at = instance;
      return browser.call('GET /v1/overview');
    },
    effects: () => effectsOn(world.simulator.ledger.entries().slice(before), person.id),
  };
}

/** The operation of this name. */
export function operationNamed(operations: Operation[], name: string): Operation {
  const found = operations.find((one) => one.name === name);
  if (!found) throw new Error(`There is no operation ${name}.`);
  return found;
}
