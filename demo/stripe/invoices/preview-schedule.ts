import type { World } from '../core/world.ts';
import { insertSchedule } from '../schedules/create-schedule.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { startSchedule } from '../schedules/start-schedule.ts';
import { changeSchedule } from '../schedules/update-schedule.ts';
import { refuse } from '../wire/fault.ts';
import type { InvoiceRequest } from './issue.ts';
import { previewCustomer } from './preview-customer.ts';
import { nextRequest, nothingDue } from './preview-next.ts';
import type { PreviewParams } from './preview-params.ts';

/** What a schedule will ask for next, or what a change of it, or a new one, would ask for now. */
export function requestOfSchedule(world: World, params: PreviewParams): InvoiceRequest {
  const { schedule: id, schedule_details: details, customer_details: who } = params;
  if (id === undefined) return requestOfNewSchedule(world, params);
  const old = world.store.schedules.get(id, 'schedule');
  if (params.customer !== undefined && params.customer !== old.customer) {
    throw refuse('The schedule does not belong to the customer.', 'schedule', 'resource_missing');
  }
  previewCustomer(world, old.customer, who);
  if (details?.billing_mode !== undefined) {
    throw refuse(
      'The billing mode of a schedule cannot be changed.',
      'schedule_details[billing_mode]',
    );
  }
  const bill = details === undefined ? null : changeSchedule(world, id, details);
  if (bill !== null && params.preview_mode !== 'recurring') return bill;
  return requestOf(world, world.store.schedules.get(id), params);
}

function requestOfNewSchedule(world: World, params: PreviewParams): InvoiceRequest {
  const { schedule_details: details } = params;
  if (params.customer === undefined && params.customer_details === undefined) {
    throw refuse('You must pass customer or schedule.', 'customer', 'parameter_missing');
  }
  const customer = previewCustomer(world, params.customer, params.customer_details);
  const [first] = details?.phases ?? [];
  const schedule = insertSchedule(world, {
    customer: customer.id,
    billing_mode: details?.billing_mode,
    end_behavior: details?.end_behavior,
    phases: details?.phases,
    start_date: first?.start_date ?? 'now',
  });
  return requestOf(world, schedule, params);
}

function requestOf(world: World, schedule: Schedule, params: PreviewParams): InvoiceRequest {
  if (schedule.status === 'not_started') {
    world.clock.freeze(Math.max(world.clock.now(), schedule.phases[0]?.start ?? 0));
    return startSchedule(world, schedule.id);
  }
  if (schedule.subscription === null) throw nothingDue(`schedule: ${schedule.id}`);
  return nextRequest(world, schedule.subscription, params);
}
