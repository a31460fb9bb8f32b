import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from './event-types.ts';

describe('the types of events', () => {
  it('are exactly those that the SDK lets an endpoint ask for', () => {
    const path = 'node_modules/stripe/esm/resources/WebhookEndpoints.d.ts';
    const union = /namespace WebhookEndpointCreateParams \{\s*type EnabledEvent = ([^;]+);/.exec(
      readFileSync(path, 'utf8'),
    )?.[1];
    const types = [...(union ?? '').matchAll(/'([\w.]+)'/g)].map(([, type]) => type);
    expect(types.length).toBeGreaterThan(200);
    expect(new Set(types)).toEqual(EVENT_TYPES);
  });
});
