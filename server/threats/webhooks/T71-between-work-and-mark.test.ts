import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../store/memory-store.ts';
import { StoreUnavailable, type Store } from '../../store/store.ts';
import { setInstances, type Instances } from '../../testing/instances.ts';
import { openSmallShop } from '../../testing/small-shop.ts';

type Step = 'get' | 'set' | 'publish';

/** A store that two instances share, and that falls over at one step of an event, once. */
function setStore() {
  const shared = createMemoryStore();
  const trouble: { at: Step | null; steps: string[] } = { at: null, steps: [] };
  const doing = async <T>(step: Step, of: string, work: () => Promise<T>): Promise<T> => {
    if (of.startsWith('event:') || step === 'publish') trouble.steps.push(step);
    else return work();
    if (trouble.at !== step) return work();
    trouble.at = null;
    throw new StoreUnavailable('It fell over.');
  };
  const store: Store = {
    ...shared,
    get: (key) => doing('get', key, () => shared.get(key)),
    set: (key, value, lifetimeMs) => doing('set', key, () => shared.set(key, value, lifetimeMs)),
    publish: (channel, text) => doing('publish', channel, () => shared.publish(channel, text)),
  };
  return { store, trouble };
}

async function set() {
  const { store, trouble } = setStore();
  const instances: Instances = await setInstances({
    count: 2,
    store: () => store,
    environment: { PORTICO_CACHE_SECONDS: '9999' },
  });
  const { simulator, stripe, view } = instances;
  const { customers } = await openSmallShop(stripe, 1);
  await simulator.settled();
  const id = customers[0]?.id ?? '';
  await view(0, id);
  await view(1, id);
  trouble.steps.length = 0;
  const rename = async (at: Step | null): Promise<void> => {
    trouble.at = at;
    await stripe.customers.update(id, { name: 'Grace Hopper' });
    await simulator.settled();
  };
  const names = async (): Promise<(string | null)[]> => {
    const seen = [await view(0, id), await view(1, id)];
    return seen.map(({ customer }) => customer.name);
  };
  return { ...instances, trouble, rename, names };
}

const statuses = ({ simulator }: Instances): (number | null)[] =>
  simulator.webhooks
    .attempts()
    .filter(({ type }) => type === 'customer.updated')
    .map(({ status }) => status);

describe('T71 the server falls over after it has marked an event as seen', () => {
  it('cannot: the mark is set when all have been told', async () => {
    const all = await set();
    await all.rename(null);
    expect(all.trouble.steps).toEqual(['get', 'publish', 'set']);
    expect(await all.names()).toEqual(['Grace Hopper', 'Grace Hopper']);
  });

  it('is told again where the others were not told, and does it then', async () => {
    const all = await set();
    await all.rename('publish');
    expect(statuses(all).at(-1)).toBe(503);
    expect(all.trouble.steps).toEqual(['get', 'publish']);
    all.simulator.advanceTo(all.simulator.now() + 5 * 60);
    await all.simulator.settled();
    expect(statuses(all).slice(-2)).toEqual([503, 200]);
    expect(await all.names()).toEqual(['Grace Hopper', 'Grace Hopper']);
  });

  it('does the work again where only the mark was lost, or could not be read', async () => {
    for (const at of ['set', 'get'] as const) {
      const all = await set();
      await all.rename(at);
      expect(statuses(all).at(-1)).toBe(200);
      expect(await all.names()).toEqual(['Grace Hopper', 'Grace Hopper']);
    }
  });

  it('loses nothing where it is ended in the middle', async () => {
    const all = await set();
    const both = [...all.servers];
    const ended = { fetch: () => Promise.reject(new Error('The process was ended.')) };
    all.servers.splice(0, 2, ended, ended);
    await all.rename(null);
    expect(statuses(all).at(-1)).toBeNull();
    all.servers.splice(0, 2, ...both);
    all.simulator.advanceTo(all.simulator.now() + 5 * 60);
    await all.simulator.settled();
    expect(await all.names()).toEqual(['Grace Hopper', 'Grace Hopper']);
  });
});
