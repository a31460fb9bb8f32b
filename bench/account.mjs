/** A simulated Stripe account with as many customers as a measurement needs. */
import { openConnections, send } from './load.mjs';

const HEADERS = {
  authorization: 'Bearer sk_test_simulator',
  'content-type': 'application/x-www-form-urlencoded',
};

export function openAccount(url) {
  const agent = openConnections(16);
  const call = async (method, path, form = {}) => {
    const body = method === 'GET' ? undefined : new URLSearchParams(form).toString();
    const answer = await send(
      agent,
      { url: `${url}${path}`, method, headers: HEADERS, body },
      true,
    );
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.text}`);
    return JSON.parse(answer.text);
  };
  const control = async (method, path, json) => {
    const headers = { 'content-type': 'application/json' };
    const body = json && JSON.stringify(json);
    // A line of its own: one that was kept may just be closed by the other side, after a long measurement.
    const answer = await send(
      false,
      { url: `${url}/_control${path}`, method, headers, body },
      true,
    );
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.text === '' ? null : JSON.parse(answer.text);
  };
  return { call, control };
}

/** A product with a monthly price. */
export async function createPlan({ call }) {
  const product = await call('POST', '/v1/products', { name: 'Pro' });
  const price = await call('POST', '/v1/prices', {
    product: product.id,
    currency: 'usd',
    unit_amount: '2900',
    'recurring[interval]': 'month',
  });
  return price.id;
}

/** Customers with a card and subscriptions, ten at a time. @returns {Promise<string[]>} their ids */
export async function createCustomers({ call }, { count, price, subscriptions = 1 }) {
  const ids = [];
  let started = 0;
  const worker = async () => {
    while (started < count) {
      const number = (started += 1);
      const { id } = await call('POST', '/v1/customers', {
        name: `Customer ${number}`,
        email: `customer-${number}@example.com`,
      });
      const card = await call('POST', '/v1/payment_methods/pm_card_visa/attach', { customer: id });
      await call('POST', `/v1/customers/${id}`, {
        'invoice_settings[default_payment_method]': card.id,
      });
      for (let index = 0; index < subscriptions; index += 1) {
        await call('POST', '/v1/subscriptions', { customer: id, 'items[0][price]': price });
      }
      ids.push(id);
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return ids;
}

/** Answers come as late as Stripe's. */
export async function slowDown({ control }, [fromMs, toMs]) {
  await control('DELETE', '/faults');
  if (toMs === 0) return;
  await control('POST', '/faults', {
    match: {},
    when: 'before',
    times: 1_000_000,
    fault: { kind: 'latency', distribution: 'uniform', fromMs, toMs },
  });
}

/** The calls since they were last forgotten, counted by endpoint. */
export async function callsByEndpoint({ control }) {
  const { requests } = await control('GET', '/requests');
  await control('DELETE', '/requests');
  const counts = new Map();
  for (const { method, path } of requests) {
    const endpoint = `${method} ${path.replace(/(cus|sub|in|pm|price|prod)_\w+/g, ':id')}`;
    counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
  }
  return { total: requests.length, counts };
}
