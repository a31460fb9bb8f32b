import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../demo/stripe/events/event-types.ts';
import { WEBHOOK_EVENTS } from './webhook-events.ts';

describe('the events of a webhook endpoint', () => {
  it('are types that Stripe has', () => {
    expect(WEBHOOK_EVENTS.filter((type) => !EVENT_TYPES.has(type))).toEqual([]);
  });

  it('are those that docs/webhooks.md tells a site owner to choose', async () => {
    const page = await readFile(new URL('../docs/webhooks.md', import.meta.url), 'utf8');
    const [, list = ''] = /## Events\n+```\n([^`]*)```/.exec(page) ?? [];
    expect(list.trim().split('\n')).toEqual(WEBHOOK_EVENTS);
  });
});
