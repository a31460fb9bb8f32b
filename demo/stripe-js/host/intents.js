import { callApi } from '../api.js';
import { openChallenge } from './challenge.js';
import { formBehind } from './elements.js';
import { IntegrationError } from './integration-error.js';

/** Confirms an intent with the card in `elements`, or with a saved payment method. */
export async function confirmIntent(stripe, options) {
  const { elements, confirmParams = {}, redirect = 'always' } = options;
  const form = elements ? formBehind(elements) : null;
  const clientSecret = options.clientSecret ?? form?.clientSecret;
  const { path, name } = intentOf(clientSecret);
  const credentials = { key: stripe.publishableKey, client_secret: clientSecret };
  const saved = confirmParams.payment_method;
  const params = saved ? { ...credentials, payment_method: saved } : credentials;
  const call = { method: 'POST', path: `${path}/confirm`, params };
  const answer = await (form
    ? form.askForm({ type: 'confirm', call })
    : callApi(stripe.base, call));
  const result = await finish(stripe, clientSecret, answer);
  if (result[name] && redirect === 'always') leave(confirmParams.return_url, result[name]);
  return result;
}

/** Asks the customer's bank and says how it ended. As Stripe.js, throws where nothing waits for that. */
export async function continueIntent(stripe, { clientSecret }) {
  const intent = await readIntent(stripe, clientSecret);
  if (!intent.error && intent.status !== 'requires_action') {
    throw new IntegrationError('handleNextAction: the intent is not in the requires_action state.');
  }
  return finish(stripe, clientSecret, intent);
}

/** `{ setupIntent }`, `{ paymentIntent }` or `{ error }`, as it is now. */
export async function retrieveIntent(stripe, clientSecret) {
  const answer = await readIntent(stripe, clientSecret);
  return answer.error ? { error: answer.error } : { [intentOf(clientSecret).name]: answer };
}

function readIntent(stripe, clientSecret) {
  const params = { key: stripe.publishableKey, client_secret: clientSecret };
  return callApi(stripe.base, { method: 'GET', path: intentOf(clientSecret).path, params });
}

async function finish(stripe, clientSecret, intent) {
  if (intent.error) return { error: intent.error };
  const { name, object, code } = intentOf(clientSecret);
  if (intent.status !== 'requires_action') return { [name]: intent };
  const failure = await openChallenge({ base: stripe.base, clientSecret, locale: stripe.locale });
  const after = await readIntent(stripe, clientSecret);
  if (after.error) return { error: after.error };
  if (after.status === 'succeeded' || after.status === 'processing') return { [name]: after };
  const known = after.last_setup_error ?? after.last_payment_error ?? {};
  const error = { type: 'invalid_request_error', code, ...known };
  return { error: { ...error, message: failure ?? known.message, [object]: after } };
}

/** A client secret begins with the id of the intent that it opens. */
function intentOf(clientSecret) {
  const id = /^(seti|pi)_[^_]+(?=_secret_)/.exec(clientSecret ?? '');
  if (!id)
    throw new IntegrationError('A client secret of a SetupIntent or PaymentIntent is needed.');
  return id[1] === 'seti'
    ? {
        path: `setup_intents/${id[0]}`,
        name: 'setupIntent',
        object: 'setup_intent',
        code: 'setup_intent_authentication_failure',
      }
    : {
        path: `payment_intents/${id[0]}`,
        name: 'paymentIntent',
        object: 'payment_intent',
        code: 'payment_intent_authentication_failure',
      };
}

/** Without `redirect: 'if_required'` Stripe.js leaves the page even where nothing asks for it. */
function leave(returnUrl, intent) {
  if (!returnUrl) throw new IntegrationError('confirmParams.return_url is needed.');
  const prefix = intent.object;
  const url = new URL(returnUrl, location.href);
  url.searchParams.set(prefix, intent.id);
  url.searchParams.set(`${prefix}_client_secret`, intent.client_secret);
  url.searchParams.set('redirect_status', intent.status);
  location.assign(url);
}
