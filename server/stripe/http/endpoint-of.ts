/** What stands in a path where an id would. */
const NO_IDS = new Set(['create_preview']);

/**
 * A path without ids, as Stripe counts calls, by where they stand: `/v1/<things>/<id>/<action>`. By what they look like would
 * not do: one id in some hundred thousand has no digit in it and no capital.
 */
export function endpointOf({ method, url }: { method: string; url: string }): string {
  const { pathname } = new URL(url);
  const parts = pathname.split('/').slice(2);
  const isId = (part: string, index: number): boolean => index % 2 === 1 && !NO_IDS.has(part);
  return `${method} /${parts.map((part, index) => (isId(part, index) ? ':id' : part)).join('/')}`;
}
