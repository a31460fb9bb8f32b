import * as v from 'valibot';
import {
  FEATURE_DEFAULTS,
  type Effective,
  type Feature,
  type Features,
} from '../contract/portal.ts';
import type { QuantityRule } from '../contract/billing.ts';
import type { AcceptedHashes } from './auth/signature.ts';
import { ownWordsSchema } from './own-words.ts';

/** One portal's settings, whole: what the file left out has its default. */
export interface Settings {
  features: Features;
  cancelEffective: Effective;
  downgradeEffective: Effective;
  /** Null: everything active that the account sells. */
  products: OfferedProduct[] | null;
  locale: string | null;
  texts: Record<string, Record<string, string>>;
  acceptedHashes: AcceptedHashes;
}

export interface OfferedProduct {
  id: string;
  /** Null: all its active recurring prices. Empty: nobody may choose it, those on it may leave it. */
  prices: string[] | null;
  quantity: QuantityRule | null;
}

const features = Object.fromEntries(
  Object.entries(FEATURE_DEFAULTS).map(([name, byDefault]) => [
    name,
    v.optional(v.boolean('must be true or false'), byDefault),
  ]),
) as Record<Feature, v.OptionalSchema<v.BooleanSchema<string>, boolean>>;

const effective = v.picklist(['now', 'period-end'], 'must be "now" or "period-end"');

const quantity = v.pipe(
  v.strictObject(
    {
      minimum: v.optional(wholeNumber(), 1),
      maximum: v.optional(wholeNumber(), 1_000),
    },
    'must be a rule, like { "minimum": 1, "maximum": 50 }',
  ),
  v.check(({ minimum, maximum }) => minimum <= maximum, 'minimum must not be above maximum'),
);

const product = v.strictObject(
  {
    id: v.pipe(
      v.string('must be a Stripe product id'),
      v.regex(
        /^(?!price_)[\w-]{1,255}$/,
        'must be a Stripe product id, like "prod_NWjs8kKbJWmuuc"',
      ),
    ),
    prices: v.optional(
      v.nullable(
        v.array(
          v.pipe(
            v.string('must be a Stripe price id'),
            v.regex(/^[\w-]{1,255}$/, 'must be a Stripe price id, like "price_1MoBy5LkdIwHu7ix"'),
          ),
          'must be a list of price ids, like ["price_1MoBy5LkdIwHu7ix"]',
        ),
      ),
      null,
    ),
    quantity: v.optional(v.nullable(quantity), null),
  },
  'must be a product, like { "id": "prod_NWjs8kKbJWmuuc" }',
);

/** The schema of one portal in the portal file. */
export const settingsSchema = v.strictObject(
  {
    $schema: v.optional(v.string('must be an address')),
    features: v.optional(v.strictObject(features, 'must be an object of switches'), {}),
    cancelEffective: v.optional(effective, 'period-end'),
    downgradeEffective: v.optional(effective, 'period-end'),
    products: v.optional(
      v.nullable(v.array(product, 'must be a list of products, like [{ "id": "prod_…" }]')),
      null,
    ),
    locale: v.optional(
      v.nullable(
        v.pipe(
          v.string('must be a language tag, like "de" or "pt-BR", or null'),
          v.check(isLanguageTag, 'must be a language tag, like "de" or "pt-BR", or null'),
        ),
      ),
      null,
    ),
    texts: v.optional(ownWordsSchema, {}),
    acceptedHashes: v.optional(
      v.picklist(['both', 'plain', 'expiring'], 'must be "both", "plain" or "expiring"'),
      'both',
    ),
  },
  'must be an object of settings',
);

/** The settings of a portal without a file. */
export const DEFAULT_SETTINGS: Settings = toSettings(v.parse(settingsSchema, {}));

export function toSettings(parsed: v.InferOutput<typeof settingsSchema>): Settings {
  const { $schema: _ignored, ...settings } = parsed;
  return settings;
}

function wholeNumber(): v.SchemaWithPipe<
  readonly [
    v.NumberSchema<string>,
    v.IntegerAction<number, string>,
    v.MinValueAction<number, 1, string>,
    v.MaxValueAction<number, 999_999, string>,
  ]
> {
  const text = 'must be a whole number from 1 to 999999';
  return v.pipe(v.number(text), v.integer(text), v.minValue(1, text), v.maxValue(999_999, text));
}

function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}
