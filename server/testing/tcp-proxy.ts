import net, { type Socket } from 'node:net';

/** A line to a server on this machine, which can go dead without being closed. */
export interface TcpProxy {
  port: number;
  /** From now on everything is taken and nothing gets through, nor does anything come back. */
  swallow(): void;
  /** New connections get through again. Those that were swallowed stay dead, as after a lost route. */
  pass(): void;
  stop(): Promise<void>;
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isSwallowing = false;
  const join = (from: Socket, to: Socket, isDead: () => boolean): void => {
    sockets.add(from);
    from.on('data', (bytes) => void (isDead() || to.write(bytes)));
    from.on('error', () => to.destroy());
    from.on('close', () => void (sockets.delete(from), to.destroy()));
  };
  const server = net.createServer((near) => {
    let isDead = isSwallowing;
    dying.add(() => (isDead = true));
    const far = net.connect(targetPort, '127.0.0.1');
    join(near, far, () => isDead);
    join(far, near, () => isDead);
  });
  const dying = new Set<() => void>();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    swallow() {
      isSwallowing = true;
      for (const die of dying) die();
    },
    pass() {
      isSwallowing = false;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
