import type { Stage } from './stage.ts';

export type Tell = (request: Request) => Promise<Response>;

/** Stripe as the simulator does not play it: every request of the server goes through `retold`. */
export function retell(
  { simulator }: Stage,
  retold: (request: Request, tell: Tell) => Promise<Response>,
): void {
  const tell = simulator.fetch.bind(simulator);
  simulator.fetch = (request) => retold(request, tell);
}

/** An answer with other words in it. */
export async function edited(
  response: Response,
  edit: (text: string) => string,
): Promise<Response> {
  return new Response(edit(await response.text()), response);
}

export function pathOf(request: Request): string {
  return new URL(request.url).pathname;
}
