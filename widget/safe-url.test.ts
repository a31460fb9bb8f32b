import { describe, expect, it } from 'vitest';
import { safeUrl } from './safe-url.ts';

const BAD = [
  null,
  '',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  '//evil.example',
  '/\\evil.example',
  'https:/evil.example',
  'https:evil.example',
  'https:\\\\evil.example',
  'https://good.example\\@evil.example',
  'https://good.example@evil.example',
  'https://user:password@evil.example',
  'https://:password@evil.example',
  'https://a b.example',
  'https://a.example/\nb',
  ' https://a.example',
  'https://a.example ',
  'https://',
  'https://[',
  'xhttps://a.example',
  'relative',
];

describe('an address that a customer may be led to', () => {
  it.each(BAD)('is not %j', (url) => {
    expect(safeUrl(url, 'https:')).toBeNull();
    expect(safeUrl(url, 'http:')).toBeNull();
  });

  it.each(['https://invoice.stripe.com/i/1?s=ap', 'https://a.example/', 'https://a.example:8443/'])(
    'is %s',
    (url) => {
      expect(safeUrl(url, 'https:')).toBe(url);
      expect(safeUrl(url, 'http:')).toBe(url);
    },
  );

  it('has one spelling', () => {
    expect(safeUrl('HTTPS://A.example', 'https:')).toBe('https://a.example/');
  });

  it('is plain http only from a page that is so itself', () => {
    expect(safeUrl('http://localhost:4244/i/1', 'http:')).toBe('http://localhost:4244/i/1');
    expect(safeUrl('http://localhost:4244/i/1', 'https:')).toBeNull();
    expect(safeUrl('http://localhost:4244/i/1', 'file:')).toBeNull();
  });
});
