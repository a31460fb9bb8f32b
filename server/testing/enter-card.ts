import type { Stage } from './stage.ts';

/** What Stripe.js does in the browser: hands a card to Stripe for a SetupIntent. */
export async function enterCard(
  { simulator }: Stage,
  clientSecret: string,
  number: string,
): Promise<Response> {
  const id = clientSecret.split('_secret_')[0];
  const form = new URLSearchParams({
    key: 'pk_test_simulator',
    client_secret: clientSecret,
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': number,
    'payment_method_data[card][exp_month]': '8',
    'payment_method_data[card][exp_year]': '2031',
    'payment_method_data[card][cvc]': '123',
  });
  return simulator.fetch(
    new Request(`https://stripe.test/v1/setup_intents/${id}/confirm`, {
      method: 'POST',
      body: form,
    }),
  );
}
