import { describe, expect, it } from 'vitest';
import { checkOrigin, preflightResponse, readableBy } from './origin.ts';

const LIST = ['https://shop.example', 'http://localhost:3000'];
const STRANGERS = [
  'https://evil.example',
  'http://shop.example',
  'https://shop.example.evil.example',
  'https://evilshop.example',
  'https://www.shop.example',
  'https://shop.example:8443',
  'https://shop.example/',
  'https://SHOP.example',
  'https://shop',
  'null',
  '',
];

describe('the list of origins', () => {
  it.each(LIST)('lets %s in', (origin) => {
    expect(() => checkOrigin(origin, LIST)).not.toThrow();
  });

  it.each(STRANGERS)('keeps "%s" out, and says what to set', (origin) => {
    expect(() => checkOrigin(origin, LIST)).toThrow(`${origin} is not on PORTICO_ALLOWED_ORIGINS.`);
  });

  it('keeps out who does not say where they are from', () => {
    expect(() => checkOrigin(undefined, LIST)).toThrow('The request carries no Origin.');
    expect(() => checkOrigin(undefined, [])).toThrow();
  });

  it('refuses with a code, and never with more than 200 characters of what was sent', () => {
    try {
      checkOrigin('x'.repeat(5000), LIST);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'origin-not-allowed' });
      expect(String(error).length).toBeLessThan(300);
    }
  });

  it('is everybody where there is none', () => {
    for (const origin of [...STRANGERS, undefined]) {
      expect(() => checkOrigin(origin, null)).not.toThrow();
    }
  });
});

describe('an answer', () => {
  it('may be read by the page that asked, without credentials, and is kept apart by origin', () => {
    expect(readableBy('https://shop.example')).toMatchObject({
      vary: 'Origin',
      'access-control-allow-origin': 'https://shop.example',
    });
    expect(readableBy('https://shop.example')).not.toHaveProperty(
      'access-control-allow-credentials',
    );
    expect(readableBy(undefined)).not.toHaveProperty('access-control-allow-origin');
    expect(readableBy(undefined)).toEqual({
      vary: 'Origin',
      'access-control-expose-headers': 'Retry-After, X-Request-Id',
    });
  });
});

describe('a preflight', () => {
  it('allows what the API needs, for two hours', () => {
    const { status, headers } = preflightResponse('https://shop.example', LIST);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST, DELETE');
    expect(headers.get('access-control-max-age')).toBe('7200');
    const names = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(', ');
    expect(names).toEqual(['authorization', 'content-type', 'idempotency-key']);
  });

  it.each(['https://evil.example', undefined])('of %s is refused and allows nothing', (origin) => {
    const { status, headers } = preflightResponse(origin, LIST);
    expect(status).toBe(403);
    expect(headers.get('vary')).toBe('Origin');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  const ask = (asked: { method?: string; headers?: string }): Response =>
    preflightResponse('https://shop.example', LIST, asked);

  it.each([
    { method: 'GET' },
    { method: 'POST', headers: 'authorization,content-type,idempotency-key' },
    { method: 'DELETE', headers: 'Authorization, Idempotency-Key' },
    { method: '', headers: '' },
    { headers: ' , authorization ,' },
    { headers: 'authorization'.padEnd(200) },
  ])('for %j is granted', (asked) => {
    expect(ask(asked).status).toBe(204);
  });

  it.each([
    { method: 'PUT' },
    { method: 'get' },
    { method: 'TRACE', headers: 'authorization' },
    { headers: 'x-forwarded-for' },
    { headers: 'authorization, cookie' },
    { headers: 'authorization content-type' },
    { headers: 'authorization'.padEnd(201) },
  ])('for %j is refused, so that the page may read why, and nothing is granted', (asked) => {
    const { status, headers } = ask(asked);
    expect(status).toBe(403);
    expect(headers.get('access-control-allow-origin')).toBe('https://shop.example');
    expect(headers.get('cache-control')).toBe('no-store');
    for (const name of ['methods', 'headers']) {
      expect(headers.get(`access-control-allow-${name}`)).toBeNull();
    }
  });
});
