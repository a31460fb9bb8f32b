import { formatCharge } from '../../payments/charge.ts';
import type { Charge } from '../../payments/charge.ts';
import { formatDispute } from '../../payments/dispute.ts';
import type { Dispute } from '../../payments/dispute.ts';
import { formatMandate } from '../../payments/mandate.ts';
import { formatRefund } from '../../payments/refund.ts';
import type { Refund } from '../../payments/refund.ts';
import { kind } from '../kind.ts';
import type { Kind, Turn } from '../kind.ts';

/** Money that moves, and what banks say about it. */
export const chargeKinds: Kind[] = [
  kind('charges', { show: formatCharge, name: nameCharge }),
  kind('refunds', { show: formatRefund, name: nameRefund }),
  kind('disputes', { show: formatDispute, name: nameDispute }),
  kind('mandates', {
    show: formatMandate,
    name: ({ before, isChanged }) => (before !== undefined && isChanged ? ['mandate.updated'] : []),
  }),
];

/** There is no `charge.created`: a charge begins with how it ended, or pending. */
function nameCharge({ before, after }: Turn<Charge>): string[] {
  if (after === undefined) return [];
  const types = before?.status === after.status ? [] : [`charge.${after.status}`];
  if (after.amountRefunded > (before?.amountRefunded ?? 0)) types.push('charge.refunded');
  if (before === undefined) return types;
  const isEdited = before.description !== after.description || before.metadata !== after.metadata;
  return isEdited ? [...types, 'charge.updated'] : types;
}

function nameRefund({ before, after, isChanged }: Turn<Refund>): string[] {
  if (after === undefined) return [];
  const types = before === undefined ? ['refund.created'] : isChanged ? ['refund.updated'] : [];
  if (before !== undefined && isChanged && !after.isCard) types.push('charge.refund.updated');
  const hasFailed = after.status === 'failed' && before?.status !== 'failed';
  return hasFailed ? [...types, 'refund.failed'] : types;
}

function nameDispute({ before, after, isChanged }: Turn<Dispute>): string[] {
  if (after === undefined) return [];
  const types =
    before === undefined
      ? ['charge.dispute.created', 'charge.dispute.funds_withdrawn']
      : isChanged
        ? ['charge.dispute.updated']
        : [];
  const isClosed = after.status === 'lost' && before?.status !== 'lost';
  return isClosed ? [...types, 'charge.dispute.closed'] : types;
}
