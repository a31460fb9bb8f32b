import { openPort, type OpenPort } from './open-port.ts';

export interface DemoPorts {
  shop: OpenPort;
  portal: OpenPort;
  stripe: OpenPort;
  closeAll: () => Promise<void>;
}

/** Three ports in a row, or three free ones for 0. Opens all or none. */
export async function openDemoPorts(first: number): Promise<DemoPorts> {
  const opened: OpenPort[] = [];
  const open = async (name: string): Promise<OpenPort> => {
    const port = await openPort({
      port: first === 0 ? 0 : first + opened.length,
      name,
      advice: 'PORT=5000 npm run demo (the demo takes that port and the next two)',
    });
    opened.push(port);
    return port;
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all(opened.map((port) => port.close()));
  };
  try {
    const shop = await open('the shop');
    const portal = await open('the portal server');
    const stripe = await open('the Stripe simulator');
    return { shop, portal, stripe, closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
