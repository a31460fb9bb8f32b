/** The baseline: a Hono route that reads what it is sent and answers with given bytes. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import process from 'node:process';

let bytes = '';
const app = new Hono();
app.put('/bytes', async (context) => {
  bytes = await context.req.text();
  return context.text('ok');
});
app.get('/bytes', (context) => context.body(bytes, 200, { 'content-type': 'application/json' }));
app.post('/bytes', async (context) => {
  await context.req.text();
  return context.body(bytes, 201, { 'content-type': 'application/json' });
});
serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
