import type { WireObject } from './wire-object.ts';

export type FaultType = 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';

export interface FaultDetails {
  code?: string | undefined;
  param?: string | undefined;
  decline_code?: string | undefined;
  advice_code?: string | undefined;
  network_decline_code?: string | undefined;
  charge?: string | undefined;
  payment_intent?: WireObject | undefined;
  setup_intent?: WireObject | undefined;
  payment_method?: WireObject | undefined;
}

/**
 * An answer that Stripe would give as an error. By default everything that the request did is
 * undone; a payment that was tried and failed stays done (`keep`).
 */
export class StripeFault extends Error {
  readonly status: number;
  readonly type: FaultType;
  readonly details: FaultDetails;
  readonly keep: boolean;
  /** Beside those that every answer has. */
  readonly headers: Record<string, string>;

  constructor(fault: {
    status: number;
    type?: FaultType;
    message: string;
    details?: FaultDetails;
    keep?: boolean;
    headers?: Record<string, string>;
  }) {
    super(fault.message);
    this.status = fault.status;
    this.type = fault.type ?? 'invalid_request_error';
    this.details = fault.details ?? {};
    this.keep = fault.keep ?? false;
    this.headers = fault.headers ?? {};
  }
}

/** 400: the request itself is wrong. */
export function refuse(message: string, param?: string, code?: string): StripeFault {
  return new StripeFault({ status: 400, message, details: { code, param } });
}

/** 404 on a path, 400 in a parameter: there is no such object. */
export function noSuch(kind: string, id: string, param = 'id'): StripeFault {
  return new StripeFault({
    status: param === 'id' ? 404 : 400,
    message: `No such ${kind}: '${id}'`,
    details: { code: 'resource_missing', param },
  });
}

/** What Stripe says of its own mistakes; here it is the simulator's. */
export function unexpected(error: unknown): StripeFault {
  const text = error instanceof Error ? error.message : String(error);
  return new StripeFault({
    status: 500,
    type: 'api_error',
    message: `The simulator failed: ${text}`,
  });
}

/** The body that goes over the wire. */
export function faultBody(fault: StripeFault): { error: Record<string, unknown> } {
  const { code } = fault.details;
  const docUrl =
    code === undefined
      ? {}
      : { doc_url: `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}` };
  return {
    error: { ...fault.details, ...docUrl, message: fault.message, type: fault.type },
  };
}
