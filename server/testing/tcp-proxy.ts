import net, { type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A line to a server on this machine, which can be slow, or go dead without being closed. */
export interface TcpProxy {
  port: number;
  /** What is answered comes so much later. */
  delay(ms: number): void;
  /** From now on everything is taken and nothing gets through, nor does anything come back. */
  swallow(): void;
  /** New connections get through again. Those that were swallowed stay dead, as after a lost route. */
  pass(): void;
  stop(): Promise<void>;
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const dying = new Set<() => void>();
  let isSwallowing = false;
  let delayMs = 0;
  const join = (from: Socket, to: Socket, take: (bytes: Buffer) => void): void => {
    sockets.add(from);
    from.on('data', take);
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const server = net.createServer((near) => {
    let isDead = isSwallowing;
    dying.add(() => (isDead = true));
    const far = net.connect(targetPort, '127.0.0.1');
    let last: Promise<unknown> = Promise.resolve();
    join(near, far, (bytes) => void (isDead || far.write(bytes)));
    join(far, near, (bytes) => {
      // One after the other, also when the line gets faster.
      last = Promise.all([last, sleep(delayMs)]).then(() => isDead || near.write(bytes));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    delay: (ms) => void (delayMs = ms),
    swallow() {
      isSwallowing = true;
      for (const die of dying) die();
    },
    pass: () => void (isSwallowing = false),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
