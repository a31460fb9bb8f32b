import { describe, expect, it } from 'vitest';
import { clientNetwork } from './client-ip.ts';

const of = (ip: string | undefined, forwardedFor: string | null = null, trustedProxies = 0) =>
  clientNetwork({ ip, forwardedFor, trustedProxies });

describe('the network of a caller', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, 'unknown'],
    ['not an address', 'unknown'],
  ])('of %s is %s', (ip, network) => {
    expect(of(ip)).toBe(network);
  });

  it('is not what the caller says of itself', () => {
    expect(of('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
    expect(of('10.0.0.1', 'forged, 198.51.100.1, 203.0.113.7', 1)).toBe('203.0.113.7');
  });

  it('is what the first of the trusted proxies saw', () => {
    expect(of('10.0.0.2', 'forged, 203.0.113.7, 10.0.0.1', 2)).toBe('203.0.113.7');
    expect(of('10.0.0.2', '[2001:db8::1]:4711', 1)).toBe('2001:db8:0:0::/64');
    expect(of('10.0.0.2', '203.0.113.7:4711', 1)).toBe('203.0.113.7');
  });

  it('is that of the connection where the proxies said nothing', () => {
    expect(of('203.0.113.7', null, 2)).toBe('203.0.113.7');
    expect(of('203.0.113.7', 'unknown', 1)).toBe('203.0.113.7');
  });
});
