/** Portal files that nobody means well with, as text: wrong values in every place, and wrong names. */
import { FEATURE_DEFAULTS } from '../../../contract/portal.ts';

export interface HostileFile {
  name: string;
  text: string;
  /** What the message has to name, if the file is refused. */
  field?: string;
}

/** What looks like a secret, and therefore may stand in no message. */
export const PLANTED = [
  'sk_live_51plantedKey',
  'rk_live_51plantedKey',
  'whsec_plantedHook',
  'prt_live_plantedPortalSecret',
  'redis://plantedUser:plantedPassword@host',
  'c0ffee15'.repeat(8),
];

/** Each as JSON: some could not be written down otherwise. */
const VALUES: Record<string, string> = {
  null: 'null',
  true: 'true',
  zero: '0',
  'a negative number': '-1',
  'a fraction': '1.5',
  infinity: '1e309',
  'an empty text': '""',
  'a word': '"yes"',
  'a number as text': '"1"',
  'a long text': JSON.stringify('x'.repeat(100_000)),
  'an empty list': '[]',
  'a list': '["a", 1, null]',
  'a long list': `[${Array<string>(10_000).fill('0').join(',')}]`,
  'an object': '{"a": 1}',
  'an object of objects': '{"a": {"b": {"c": {}}}}',
  'a deep list': '['.repeat(10_000) + ']'.repeat(10_000),
  'a deep object': '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
  markup: JSON.stringify('<img src=x onerror=alert(1)>'),
  'line breaks and escapes': JSON.stringify('a\r\n\u001b[2J\u0000\u009b31m\u2028b'),
  'text that turns around': JSON.stringify('\u202egro.elpmaxe//:sptth\u202c'),
  'half a character': String.raw`"\ud800"`,
  'format signs': JSON.stringify('%s %n %d {0} ${a} {{b}} #{c}'),
  'a name of Object': '"__proto__"',
  ...Object.fromEntries(
    PLANTED.map((secret) => [`${secret.slice(0, 8)}…`, JSON.stringify(`${secret} ${secret}`)]),
  ),
};

/** One file for each place in it: `?` is where the value goes. */
const PLACES: Record<string, string> = {
  'the file': '?',
  $schema: '{"$schema": ?}',
  features: '{"features": ?}',
  ...Object.fromEntries(
    Object.keys(FEATURE_DEFAULTS).map((name) => [name, `{"features": {"${name}": ?}}`]),
  ),
  cancelEffective: '{"cancelEffective": ?}',
  downgradeEffective: '{"downgradeEffective": ?}',
  products: '{"products": ?}',
  'products.0': '{"products": [?]}',
  'products.0.id': '{"products": [{"id": ?}]}',
  prices: '{"products": [{"id": "prod_1", "prices": ?}]}',
  'prices.0': '{"products": [{"id": "prod_1", "prices": [?]}]}',
  quantity: '{"products": [{"id": "prod_1", "quantity": ?}]}',
  minimum: '{"products": [{"id": "prod_1", "quantity": {"minimum": ?}}]}',
  maximum: '{"products": [{"id": "prod_1", "quantity": {"maximum": ?}}]}',
  locale: '{"locale": ?}',
  texts: '{"texts": ?}',
  'texts.en': '{"texts": {"en": ?}}',
  'texts.en.overview': '{"texts": {"en": {"overview.title": ?}}}',
  acceptedHashes: '{"acceptedHashes": ?}',
  portals: '{"portals": ?}',
  'portals.team': '{"portals": {"team": ?}}',
  'portals.team.texts': '{"portals": {"team": {"texts": ?}}}',
};

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '0',
  '\u0000',
  'a\r\nb\u001b[2J',
  '\u202eabc',
  '<script>',
  'x'.repeat(100_000),
  ...PLANTED,
];

/** Where a name may be put in: `?` is where it goes, with its value. */
const OBJECTS: Record<string, string> = {
  'the file': '{?: 1}',
  features: '{"features": {?: true}}',
  'products.0': '{"products": [{"id": "prod_1", ?: 1}]}',
  quantity: '{"products": [{"id": "prod_1", "quantity": {?: 1}}]}',
  texts: '{"texts": {?: {}}}',
  'texts.en': '{"texts": {"en": {?: "a"}}}',
  portals: '{"portals": {?: {}}}',
  'portals.team': '{"portals": {"team": {?: 1}}}',
};

const WHOLE =
  '{"features": {"cancel": false}, "products": [{"id": "prod_1"}], "texts": {"de": {}}}';

/** Files that end too early, go on for too long, or are something else. */
const OTHERS: Record<string, string> = {
  'only white space': ' \n\t',
  'a comment': '// nothing\n{}',
  'two values': '{} {}',
  'a comma too many': '{"features": {},}',
  'single quotes': "{'features': {}}",
  'no quotes': '{features: {}}',
  'a name twice': '{"locale": "de", "locale": "en"}',
  'a name twice, spelt otherwise': String.raw`{"locale": "de", "\u006cocale": "en"}`,
  'a byte order mark': '\ufeff{}',
  'a control character in a text': '{"locale": "d\ne"}',
  YAML: 'features:\n  cancel: false\n',
  'a web page': '<!doctype html><title>404</title>',
  'a file of environment variables': `STRIPE_SECRET_KEY=${PLANTED[0]}\n`,
  'only open brackets': '['.repeat(100_000),
  'only quotes': '"'.repeat(100_001),
  'only backslashes': `"${'\\'.repeat(100_001)}`,
  'a megabyte of nothing': ' '.repeat(1_024 * 1_024) + '{}',
  'ten megabytes': `{"texts": {"en": {"overview.title": "${'x'.repeat(10 * 1_024 * 1_024)}"}}}`,
};

export function hostilePortalFiles(): HostileFile[] {
  const values = Object.entries(PLACES).flatMap(([place, file]) =>
    Object.entries(VALUES).map(([value, text]) => ({
      name: `${value} as ${place}`,
      text: file.replace('?', () => text),
      // A value that is deep is refused before anybody knows where it stands.
      ...(!value.includes('deep') && place !== 'the file' && { field: leafOf(place) }),
    })),
  );
  const names = Object.entries(OBJECTS).flatMap(([place, file]) =>
    NAMES.map((name) => ({
      name: `${JSON.stringify(name.slice(0, 20))} in ${place}`,
      text: file.replace('?', () => JSON.stringify(name)),
    })),
  );
  const cut = Array.from({ length: WHOLE.length - 1 }, (_, length) => ({
    name: `cut after ${length} characters`,
    text: WHOLE.slice(0, length),
  }));
  const others = Object.entries(OTHERS).map(([name, text]) => ({ name, text }));
  return [...values, ...names, ...cut, ...others];
}

function leafOf(place: string): string {
  const names = place.split('.').filter((part) => !/^\d+$/.test(part));
  return names.at(-1) ?? place;
}
