import type { StripeElementLocale } from '@stripe/stripe-js';
import { parseLocale, supportedFor } from './match.ts';

/**
 * The nearest of Stripe's own locales, for `elements({ locale })`; `auto` where Stripe has none.
 * @see https://docs.stripe.com/js/appendix/supported_locales
 */
export function stripeLocale(locale: string): StripeElementLocale {
  const wanted = parseLocale(locale)?.maximize();
  const language = wanted && supportedFor(wanted);
  if (!wanted || !language) return 'auto';
  const regional = STRIPE_REGIONAL.find((tag) => tag === `${wanted.language}-${wanted.region}`);
  if (regional) return regional;
  if (language === 'en' && wanted.region !== 'US') return 'en-GB';
  if (language === 'es' && wanted.region !== 'ES') return 'es-419';
  return language === 'pt-BR' ? 'pt' : language;
}

const STRIPE_REGIONAL = ['en-AU', 'en-CA', 'en-NZ', 'fr-CA', 'pt-BR'] as const;
