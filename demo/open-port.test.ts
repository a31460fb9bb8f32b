import { afterEach, describe, expect, it } from 'vitest';
import { openDemoPorts } from './demo-ports.ts';
import { openPort, PortUnavailableError, type OpenPort } from './open-port.ts';

const advice = 'PORT=5000 npm run something';
const opened: Pick<OpenPort, 'close'>[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((port) => port.close()));
});

describe('openPort', () => {
  it('answers 503 until there is something to serve', async () => {
    const port = await openPort({ port: 0, name: 'a test', advice });
    opened.push(port);
    expect((await fetch(port.url)).status).toBe(503);
    port.serve(() => new Response('hello'));
    expect(await (await fetch(port.url)).text()).toBe('hello');
  });

  it('names the port that is taken, and says what to do', async () => {
    const port = await openPort({ port: 0, name: 'a test', advice });
    opened.push(port);
    const taken = Number(new URL(port.url).port);
    const second = openPort({ port: taken, name: 'the shop', advice });
    await expect(second).rejects.toThrow(PortUnavailableError);
    await expect(second).rejects.toThrow(`Port ${taken} (for the shop) is already in use.`);
    await expect(second).rejects.toThrow(advice);
  });
});

describe('openDemoPorts', () => {
  it('leaves none open if one of the three is taken', async () => {
    const first = await openDemoPorts(0);
    opened.push({ close: first.closeAll });
    const taken = Number(new URL(first.shop.url).port);
    await expect(openDemoPorts(taken - 1)).rejects.toThrow(PortUnavailableError);
    const free = await openPort({ port: taken - 1, name: 'a test', advice });
    opened.push(free);
    expect(free.url).toContain(String(taken - 1));
  });
});
