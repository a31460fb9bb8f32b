/**
 * Calls the payment API as Stripe.js does: with the publishable key and the intent's client secret.
 * Never throws: what goes wrong is an answer of the shape `{ error }`.
 */
export async function callApi(origin, { method, path, params }) {
  const url = new URL(`/v1/${path}`, origin);
  const form = new URLSearchParams(params);
  const request = method === 'GET' ? { method } : { method, body: form };
  if (method === 'GET') url.search = form.toString();
  try {
    const response = await fetch(url, { ...request, credentials: 'omit' });
    return await response.json();
  } catch {
    return {
      error: {
        type: 'api_connection_error',
        message: 'The payment provider could not be reached. Please try again.',
      },
    };
  }
}
