import { describe, expect, it } from 'vitest';
import { parsePortalFile } from './portal-file.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const parse = (text: string) => parsePortalFile(text, 'portal.json');

describe('the portal file', () => {
  it('is complete when it is empty', () => {
    expect(parse('{}').get('default')).toEqual(DEFAULT_SETTINGS);
  });

  it('may hold several portals, each whole', () => {
    const portals = parse('{"portals": {"team": {"features": {"cancel": false}}}}');
    expect(portals.get('default')?.features.cancel).toBe(true);
    expect(portals.get('team')?.features.cancel).toBe(false);
    expect(portals.get('team')?.features.coupon).toBe(true);
  });

  it.each([
    [
      '{\n  "features": {\n    "canel": false\n  }\n}',
      'line 3, column 5',
      'Did you mean "cancel"?',
    ],
    [
      '{\n  "cancelEffective": "later"\n}',
      'line 2',
      'must be "now" or "period-end"; it is "later"',
    ],
    ['{\n  "features": { "quantity": "yes" } }', 'line 2', 'must be true or false; it is "yes"'],
    ['{\n  "products": ["prod_1"]\n}', 'line 2', 'products.0'],
    ['{\n  "locale": "deutsch!"\n}', 'line 2', 'a language tag'],
    ['{\n  "colour": "red"\n}', 'line 2', 'is not a setting. Settings are: '],
    ['{\n  "features": {},\n}', 'line 3', 'not valid JSON'],
    ['', 'portal.json', 'the file is empty. Write at least {}'],
    [
      '{"products": [{"id": "prod_1", "quantity": {"minimum": 5, "maximum": 2}}]}',
      'line 1',
      'minimum must not be above maximum',
    ],
  ])('says where it is wrong and what to write: %s', (text, where, what) => {
    expect(() => parse(text)).toThrow(where);
    expect(() => parse(text)).toThrow(what);
  });
});
