import type { World } from '../core/world.ts';
import { ownPaymentMethod } from '../payments/attach.ts';
import { cleared } from '../wire/common-params.ts';
import { refuse } from '../wire/fault.ts';
import type { DefaultParams } from './schedule-params.ts';
import type { ScheduleDefaults } from './schedule.ts';

const NONE: ScheduleDefaults = {
  anchor: 'automatic',
  collectionMethod: 'charge_automatically',
  daysUntilDue: null,
  defaultPaymentMethod: null,
  description: null,
};

/** What is not sent stays as it was. */
export function readDefaults(
  world: World,
  params: DefaultParams | undefined,
  { customer, old = NONE }: { customer: string; old?: ScheduleDefaults },
): ScheduleDefaults {
  const param = 'default_settings[default_payment_method]';
  const method = params?.default_payment_method;
  const collectionMethod = params?.collection_method ?? old.collectionMethod;
  const daysUntilDue = params?.invoice_settings?.days_until_due ?? old.daysUntilDue;
  if (collectionMethod === 'send_invoice' && daysUntilDue === null) {
    throw refuse(
      'Missing required param: default_settings[invoice_settings][days_until_due].',
      'default_settings[invoice_settings][days_until_due]',
      'parameter_missing',
    );
  }
  return {
    anchor: params?.billing_cycle_anchor ?? old.anchor,
    collectionMethod,
    daysUntilDue,
    defaultPaymentMethod:
      method === undefined
        ? old.defaultPaymentMethod
        : ownPaymentMethod(world, method, { customer, param }).id,
    description: cleared(params?.description, old.description),
  };
}
