import type { PluralForms } from '../plural-forms.ts';

/**
 * What the overview says, and what can go wrong before anybody has done anything: the part of
 * English that comes with the first request. The rest is in en-flows.ts.
 */
export const en = {
  // Everywhere
  'label.portal': 'Billing',
  'action.try-again': 'Try again',
  'action.reload': 'Load again',
  'status.loading': 'Loading your billing details…',
  'status.working': 'One moment…',
  'badge.test-mode': 'Test mode',
  'test-mode.hint': 'No real money moves here.',

  // How often something is charged; `intervalText` picks one
  'interval.day': 'per day',
  'interval.days': { one: 'every {count} day', other: 'every {count} days' },
  'interval.week': 'per week',
  'interval.weeks': { one: 'every {count} week', other: 'every {count} weeks' },
  'interval.month': 'per month',
  'interval.months': { one: 'every {count} month', other: 'every {count} months' },
  'interval.year': 'per year',
  'interval.years': { one: 'every {count} year', other: 'every {count} years' },

  // The overview
  'overview.title': 'Your plan',
  'overview.title-many': 'Your plans',
  'overview.ended-title': 'Your last plan',
  'overview.earlier': 'Earlier plans',
  'empty.title': 'No subscription yet',
  'empty.text': 'When you subscribe, your plan and its next charge appear here.',
  'price.each': '{price} {interval}',
  'price.each-unit': '{price} per {unit}, {interval}',
  'price.each-one': '{price} each, {interval}',
  'price.by-use': 'Price depends on use',
  'next-charge.label': 'Next charge',
  'next-charge.value': '{amount} on {date}',
  'next-charge.none': 'Nothing more will be charged',
  'ended.label': 'Ended',
  'access-until.label': 'Ends',
  'paid-with.label': 'Paid with',
  'paid-with.none': 'No payment method',
  'discount.label': 'Discount',
  'discount.code': '{name} (code {code})',
  'discount.percent': '{name}: {percent} off',
  'discount.amount': '{name}: {amount} off',
  'discount.until': '{discount}, until {date}',
  'discount.once': '{discount}, once',
  'balance.credit': 'You have {amount} of credit. It is used for your next charges.',
  'balance.owed': '{amount} from before will be added to your next charge.',

  'status.active': 'Active',
  'status.trialing': 'Trial',
  'status.past_due': 'Payment overdue',
  'status.unpaid': 'Unpaid',
  'status.incomplete': 'Waiting for payment',
  'status.incomplete_expired': 'Never started',
  'status.canceled': 'Ended',
  'status.paused': 'Paused',
  'status.ending': 'Ending',

  // One note per subscription, the most important one
  'note.incomplete': 'Your first payment of {amount} is not complete. Pay now to start your plan.',
  'note.incomplete-unknown': 'Your first payment is not complete, so your plan has not started.',
  'note.charge-failed': 'We could not charge {amount}. Pay now to keep your plan.',
  'note.charge-failed-card':
    'We could not charge {amount} to {method}. Pay now, or use another payment method, to keep your plan.',
  'note.charge-retry': 'We will try again on {date}.',
  'note.invoice-open': 'An invoice of {amount} from {date} is waiting to be paid.',
  'note.overdue': 'A payment is overdue. Please check your payment method.',
  'note.ending': 'Your plan ends on {date}. Until then nothing changes, and you can keep it.',
  'note.paused': 'Your plan is paused. Nothing is charged until it resumes.',
  'note.paused-until': 'Your plan is paused until {date}. Nothing is charged before then.',
  'note.trial-paused': 'Your trial is over. Add a payment method and contact us to go on.',
  'note.change': 'On {date} your plan changes to {plan}.',
  'note.trial': 'Your trial ends on {date}.',
  'note.trial-charge': 'Your trial ends on {date}. Then {amount} will be charged.',
  'note.trial-no-card':
    'Your trial ends on {date}. Add a payment method to keep your plan after that.',

  'action.change-plan': 'Change plan',
  'action.change-quantity': 'Change quantity',
  'action.add-code': 'Add promotion code',
  'action.cancel': 'Cancel subscription',
  'action.keep': 'Keep my plan',
  'action.undo-change': 'Stay on my current plan',
  'action.resubscribe': 'Resubscribe',
  'action.pay-now': 'Pay now',

  'plans.quantity': 'Quantity',
  'review.line-quantity': '{plan} × {count}',

  // Payment methods
  'methods.title': 'Payment methods',
  'methods.none': 'No payment method yet.',
  'methods.add': 'Add payment method',
  'methods.default': 'Default',
  'methods.make-default': 'Make default',
  'methods.remove': 'Remove',
  'methods.needed-by-plan': 'In use by your plan. Add another one first to remove it.',
  'methods.expired': 'Expired',
  'methods.expires': 'Expires {date}',
  'methods.card': 'Card',
  'methods.bank-debit': 'Bank account',
  'methods.unknown': 'Payment method',
  'methods.for': '{action}: {method}',

  // Invoices
  'invoices.title': 'Invoices',
  'invoices.none': 'No invoices yet.',
  'invoices.date': 'Date',
  'invoices.number': 'Number',
  'invoices.description': 'For',
  'invoices.amount': 'Amount',
  'invoices.status': 'Status',
  'invoices.actions': 'Document',
  'invoices.paid': 'Paid',
  'invoices.open': 'Open',
  'invoices.void': 'Void',
  'invoices.uncollectible': 'Not collected',
  'invoices.no-number': 'Not numbered yet',
  'invoices.view': 'View',
  'invoices.view-name': 'View invoice {number} in a new tab',
  'invoices.download': 'PDF',
  'invoices.download-name': 'PDF of invoice {number} in a new tab',
  'invoices.opening': 'Opening…',
  'invoices.more': 'Load more',
  'invoices.all-loaded': 'All invoices are shown.',
  'invoices.pay-name': 'Pay invoice {number} now',

  // When something fails
  'failure.load-title': 'Your billing details could not be loaded',
  'failure.money-no': 'Nothing was charged.',
  'failure.offline': 'You seem to be offline.',
  'failure.unreachable': 'We could not reach the billing service.',
  'failure.timeout': 'The billing service took too long to answer.',
  'failure.code': 'A part of this page could not be loaded. Please load the page again.',
  'failure.reference': 'Reference: {reference}',
  'ended.title': 'Your session has ended',
  'ended.text': 'To keep your billing details safe, please load this page again, or sign in again.',

  'problem.invalid-identity':
    'We could not confirm that this is your account. Please load the page or sign in again, or contact us.',
  'problem.origin-not-allowed': 'Billing is not available on this site. Please contact us.',
  'problem.customer-not-found':
    'There are no billing details for this account yet. Please contact us if you expected some.',
  'problem.customer-ambiguous': 'We could not tell which account is yours. Please contact us.',
  'problem.too-many-requests':
    'That was a little too fast. Please wait a minute, then try again. Nothing was charged.',
  'problem.internal': 'Something went wrong on our side.',
  'problem.stripe-unavailable': 'The payment service cannot be reached right now.',
} as const satisfies Record<string, string | PluralForms>;
