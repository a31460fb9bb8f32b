import { createElements } from './elements.js';
import { IntegrationError } from './integration-error.js';
import { confirmIntent, continueIntent, retrieveIntent } from './intents.js';

/** The release of Stripe.js that this behaves like; `loadStripe` compares it with its own. */
const RELEASE = 'endive';

/** Makes `window.Stripe`. `base` is the address of the folder that this script came from. */
export function createStripe(base) {
  function Stripe(publishableKey, options = {}) {
    if (!/^pk_test_\w+$/.test(publishableKey)) {
      throw new IntegrationError('This demo takes publishable test keys only: pk_test_…');
    }
    const stripe = {
      base,
      publishableKey,
      locale: options.locale ?? document.documentElement.lang,
    };
    return {
      elements: (given) => {
        if (given?.locale && given.locale !== 'auto') stripe.locale = given.locale;
        return createElements(stripe, given);
      },
      confirmSetup: (given) => confirmIntent(stripe, given),
      confirmPayment: (given) => confirmIntent(stripe, given),
      handleNextAction: (given) => continueIntent(stripe, given),
      retrieveSetupIntent: (clientSecret) => retrieveIntent(stripe, clientSecret),
      retrievePaymentIntent: (clientSecret) => retrieveIntent(stripe, clientSecret),
      registerAppInfo: () => {},
      _registerWrapper: () => {},
    };
  }
  Stripe.version = RELEASE;
  return Stripe;
}
