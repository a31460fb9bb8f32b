import { INTENT_HEADER } from '../../contract/api.ts';
import { signHash } from '../auth/signature.ts';
import { shapeOf, UNKNOWN_IDS, type Place, type SignedInEndpoint } from './call-table.ts';
import { ORIGIN, type Stage } from './stage.ts';

/** A call byte by byte, as no honest browser would send it. */
export interface RawCall {
  method: string;
  /** Path and query, already encoded. */
  path: string;
  body?: string;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Every byte that went out, headers included. */
  everything: string;
}

export type RawCaller = (call: RawCall) => Promise<RawAnswer>;

/** Signs in, and sends what it is given. */
export async function rawAs(stage: Stage, key: string): Promise<RawCaller> {
  const id = stage.customerId(key);
  const hash = await signHash(stage.secret, { type: 'customer', id }, null);
  const { body } = await stage.call()('POST /v1/sessions', { body: { customerId: id, hash } });
  return (call) => sendRaw(stage, body.token, call);
}

/** The call of a place with `value` in it; everything else is as it should be. */
export function callWith(place: Place, value: unknown): RawCall {
  const { name, in: where, field } = place;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const id = where === 'path' ? encodeURIComponent(text) : unknownId(name);
  const query = where === 'query' ? `?${field}=${encodeURIComponent(text)}` : '';
  return rawCall(name, { id, query, ...(where === 'body' && { extra: { [field]: value } }) });
}

export function rawCall(
  name: SignedInEndpoint,
  { id, query = '', extra = {} }: { id: string; query?: string; extra?: Record<string, unknown> },
): RawCall {
  const [method = '', path = ''] = name.split(' ');
  const { body } = shapeOf(name);
  return {
    method,
    path: path.replace(':id', () => id) + query,
    ...(body && { body: JSON.stringify({ ...body, ...extra }) }),
  };
}

export function unknownId(name: SignedInEndpoint): string {
  const kind = shapeOf(name).path;
  return kind ? UNKNOWN_IDS[kind] : '';
}

async function sendRaw(stage: Stage, token: string, call: RawCall): Promise<RawAnswer> {
  const response = await stage.server.fetch(
    new Request(`https://portal.example${call.path}`, {
      method: call.method,
      headers: {
        origin: ORIGIN,
        authorization: `Bearer ${token}`,
        [INTENT_HEADER]: crypto.randomUUID(),
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(call.body !== undefined && { body: call.body }),
    }),
  );
  const text = await response.text();
  const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n');
  const { status } = response;
  return { status, headers: response.headers, text, everything: `${headers}\n\n${text}` };
}
