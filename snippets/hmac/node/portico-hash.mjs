// Signs your logged-in customer for <billing-portal>. Server only: the secret never goes to a browser.
//
// Express:  import { expiringHash } from './portico-hash.mjs';
//   app.get('/billing', requireLogin, (req, res) => {
//     const id = req.user.stripeCustomerId; // from your own session and database, never from the request
//     const hash = expiringHash(process.env.PORTICO_SECRET, 'customer', id);
//     res.set('Cache-Control', 'no-store').render('billing', { id, hash });
//   });
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** `type`: 'customer' (id is cus_…) or 'email'. `expires`: Unix seconds, at most 24 hours ahead. */
export function expiringHash(secret, type, id, expires = Math.floor(Date.now() / 1000) + 600) {
  return `v1.${expires}.${hmac(secret, `v1.${type}.${expires}.${required(id)}`)}`;
}

/** Good until the secret changes: only where the expiring one cannot be made. */
export function plainHash(secret, id) {
  if (/^v1\.(customer|email)\./.test(required(id))) throw new Error('This id cannot be signed plain');
  return hmac(secret, id);
}

const hmac = (secret, message) =>
  createHmac('sha256', required(secret)).update(message, 'utf8').digest('hex');

function required(text) {
  if (!text) throw new Error('Portico needs a secret and an id');
  return text;
}

if (process.argv[1]?.endsWith('portico-hash.mjs')) {
  const [, secret, type, expires, id] = /^(.*)\n(.*)\n(.*)\n([^]*)$/.exec(readFileSync(0, 'utf8'));
  process.stdout.write(expires ? expiringHash(secret, type, id, expires) : plainHash(secret, id));
}
