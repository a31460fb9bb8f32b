/* oxlint-disable max-lines -- one language is one table */
import type { PaymentFailure, ProblemCode } from '../../../contract/problems.ts';
import type { CancelReason } from '../../../contract/portal.ts';
import type { PluralForms } from '../plural-forms.ts';

/**
 * Every word that the customer can see, and the source of truth for all other languages.
 * Whole sentences; what changes is a `{param}`. Dates, amounts and card names arrive ready to show.
 */
export const en = {
  // Everywhere
  'label.portal': 'Billing',
  'action.back': 'Back',
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
  'action.pay-amount': 'Pay {amount} now',
  'done.kept': 'Your plan goes on. Nothing was charged.',
  'done.change-undone': 'You stay on your current plan.',

  // Changing the plan
  'plans.title': 'Change plan',
  'plans.resubscribe-title': 'Choose a plan',
  'plans.legend': 'Plan',
  'plans.interval-legend': 'How often you pay',
  'plans.monthly': 'Monthly',
  'plans.yearly': 'Yearly',
  'plans.saving': 'save {percent}',
  'plans.current': 'Current plan',
  'plans.none': 'There is no other plan to choose at the moment.',
  'plans.quantity': 'Quantity',
  'plans.quantity-unit': 'Quantity ({unit})',
  'plans.quantity-range': 'From {minimum} to {maximum}',
  'plans.quantity-invalid': 'Enter a whole number from {minimum} to {maximum}.',
  'plans.choose-one': 'Choose a plan first.',
  'action.review': 'Review the change',
  'action.review-order': 'Review',
  'action.other-plan': 'Choose another plan',

  // Reviewing what will be charged
  'review.title': 'Review your change',
  'review.resubscribe-title': 'Subscribe again',
  'review.loading': 'Working out the exact amount…',
  'review.change': 'From {old} to {new}',
  'review.plan': 'Plan',
  'review.lines': 'What this is made of',
  'review.line-quantity': '{plan} × {count}',
  'review.line-other': 'Charge',
  'review.line-proration': '{plan}: remaining time',
  'review.line-credit': '{plan}: unused time',
  'review.line-credit-other': 'Credit',
  'review.line-discount': 'Discount',
  'review.line-tax': 'Tax',
  'review.line-credit-used': 'Your credit',
  'review.line-owed': 'Owed from before',
  'review.period': '{start} – {end}',
  'review.due-now': 'Due now',
  'review.then': 'Then',
  'review.then-value': '{amount} on {date}',
  'review.then-none': 'No further charge is planned',
  'review.effective': 'Takes effect',
  'review.effective-now': 'At once',
  'review.effective-on': 'On {date}',
  'review.credit-left': '{amount} of credit stays on your account for your next charges.',
  'review.paid-with': '{method} will be charged.',
  'review.changed':
    'The amount has changed since you last saw it. Please check it again. Nothing was charged.',
  'review.switch-now': 'Switch now',
  'review.switch-on': 'Switch on {date}',
  'review.start-now': 'Start now',
  'done.changed': 'Your plan is changed.',
  'done.scheduled': 'Your plan will change on {date}.',
  'done.resubscribed': 'Welcome back. Your plan is active.',
  'done.applied': 'Done.',

  // Promotion codes
  'code.title': 'Promotion code',
  'code.label': 'Promotion code',
  'code.apply': 'Apply',
  'code.applied': 'Code {code} is applied.',
  'code.empty': 'Enter the code first.',
  'code.remove': 'Remove code',

  // Cancelling
  'cancel.title': 'Cancel {plan}?',
  'cancel.at-end':
    'You keep your plan until {date}. After that it ends, and you are not charged for it again.',
  'cancel.at-once': 'Your plan ends as soon as you cancel.',
  'cancel.drops-change': 'Your planned change to {plan} will not happen.',
  'cancel.reason-legend': 'Why are you canceling? (optional)',
  'cancel.reason.too_expensive': 'It costs too much',
  'cancel.reason.missing_features': 'Something I need is missing',
  'cancel.reason.switched_service': 'I use another service now',
  'cancel.reason.unused': 'I do not use it enough',
  'cancel.reason.customer_service': 'The support was not good enough',
  'cancel.reason.too_complex': 'It is too complicated',
  'cancel.reason.low_quality': 'The quality was not good enough',
  'cancel.reason.other': 'Another reason',
  'cancel.comment': 'Anything you want to tell us? (optional)',
  'cancel.keep': 'Keep subscription',
  'cancel.confirm': 'Cancel subscription',
  'cancel.done-title': 'Your subscription is canceled',
  'cancel.done-at-end': 'You can use {plan} until {date}. Nothing more will be charged for it.',
  'cancel.done-at-once': '{plan} has ended. Nothing more will be charged for it.',
  'cancel.undo': 'Undo, keep my plan',
  'cancel.finish': 'Back to billing',

  // Payment methods
  'methods.title': 'Payment methods',
  'methods.none': 'No payment method yet.',
  'methods.add': 'Add payment method',
  'methods.add-title': 'New payment method',
  'methods.add-hint': 'It becomes the default for all your plans.',
  'methods.needed': 'A payment method is needed to go on. Nothing is charged before you confirm.',
  'methods.form': 'Your payment details',
  'methods.loading-form': 'Loading the secure form…',
  'methods.save': 'Save payment method',
  'methods.saved': 'Your payment method is saved.',
  'methods.default': 'Default',
  'methods.make-default': 'Make default',
  'methods.made-default': '{method} is now the default.',
  'methods.remove': 'Remove',
  'methods.remove-confirm': 'Remove {method}?',
  'methods.remove-yes': 'Yes, remove it',
  'methods.remove-no': 'Keep it',
  'methods.removed': '{method} is removed.',
  'methods.needed-by-plan': 'In use by your plan. Add another one first to remove it.',
  'methods.expired': 'Expired',
  'methods.expires': 'Expires {date}',
  'methods.card': 'Card',
  'methods.update': 'Use another payment method',
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
  'invoices.no-document': 'There is no document for this invoice yet.',
  'invoices.blocked': 'Your browser held back the new tab.',
  'invoices.open-link': 'Open the document',
  'invoices.more': 'Load more',
  'invoices.loaded': {
    one: '{count} more invoice loaded.',
    other: '{count} more invoices loaded.',
  },
  'invoices.all-loaded': 'All invoices are shown.',
  'invoices.pay-name': 'Pay invoice {number} now',

  // Paying an invoice
  'pay.title': 'Pay {amount}',
  'pay.text': 'This pays the invoice of {date}.',
  'pay.with': 'Pay with',
  'pay.not-now': 'Not now',
  'pay.done': '{amount} paid. Thank you.',
  'checking.title': 'Checking with your bank…',
  'checking.text': 'This takes a few seconds. You can leave this page open.',
  'checking.late-title': 'Your bank has not reported back yet',
  'checking.late-text':
    'You do not need to pay again. As soon as your bank reports back, it shows here.',
  'checking.again': 'Check again',

  // When something fails
  'failure.title': 'That did not work',
  'failure.load-title': 'Your billing details could not be loaded',
  'failure.money-no': 'Nothing was charged.',
  'failure.money-unknown':
    'We do not know yet whether it went through. Trying again is safe: you are never charged twice for it.',
  'failure.offline': 'You seem to be offline.',
  'failure.unreachable': 'We could not reach the billing service.',
  'failure.timeout': 'The billing service took too long to answer.',
  'failure.code': 'A part of this page could not be loaded. Please load the page again.',
  'failure.form':
    'The payment form could not be loaded. Please check your connection or content blocker.',
  'failure.reference': 'Reference: {reference}',
  'ended.title': 'Your session has ended',
  'ended.text': 'To keep your billing details safe, please load this page again, or sign in again.',
  'setup.title': 'This billing portal is not set up yet',
  'setup.missing': 'For the site owner: add the attribute {attribute} to <billing-portal>.',
  'setup.missing-customer':
    'For the site owner: add customer-id or email to <billing-portal>, and only one of them.',

  'problem.invalid-request': 'This request was not understood. Nothing was charged.',
  'problem.invalid-identity':
    'We could not confirm that this is your account. Please load the page or sign in again, or contact us.',
  'problem.session-expired':
    'Your session has ended. Please load this page again. Nothing was charged.',
  'problem.origin-not-allowed': 'Billing is not available on this site. Please contact us.',
  'problem.action-not-allowed':
    'This is not possible here. Please contact us. Nothing was charged.',
  'problem.not-found': 'This was not found. Nothing was charged.',
  'problem.customer-not-found':
    'There are no billing details for this account yet. Please contact us if you expected some.',
  'problem.subscription-not-found':
    'This subscription was not found. Please load the page again. Nothing was charged.',
  'problem.invoice-not-found':
    'This invoice was not found. Please load the page again. Nothing was charged.',
  'problem.payment-method-not-found':
    'This payment method was not found. Please load the page again. Nothing was charged.',
  'problem.customer-ambiguous': 'We could not tell which account is yours. Please contact us.',
  'problem.intent-changed':
    'Something changed in the meantime. Please load the page again to see what is done.',
  'problem.intent-in-progress':
    'This is still being worked on. Please wait a moment, then try again. You are not charged twice.',
  'problem.preview-expired':
    'The amount shown is no longer current. Please check it again. Nothing was charged.',
  'problem.amount-changed': 'The amount has changed. Please check it again. Nothing was charged.',
  'problem.subscription-ended': 'This subscription has already ended. Nothing was charged.',
  'problem.subscription-state':
    'This is not possible for the subscription right now. Please load the page again. Nothing was charged.',
  'problem.already-subscribed': 'You already have this subscription. Nothing was charged.',
  'problem.invoice-not-open':
    'This invoice is no longer open, so there is nothing to pay. Nothing was charged.',
  'problem.payment-method-required': 'Please add a payment method first. Nothing was charged.',
  'problem.payment-method-in-use':
    'This payment method is still needed. Please add another one first.',
  'problem.too-large': 'That is too long. Please shorten it. Nothing was charged.',
  'problem.payment-failed': 'The payment did not go through. Nothing was charged.',
  'problem.payment-needs-authentication':
    'Your bank wants you to confirm this payment. Nothing was charged. Please try again.',
  'problem.plan-unavailable':
    'This plan cannot be chosen. Please choose another one. Nothing was charged.',
  'problem.quantity-invalid':
    'This quantity is not possible. Please choose another one. Nothing was charged.',
  'problem.promotion-code-invalid':
    'This code cannot be used here. Please check it. Nothing was charged.',
  'problem.too-many-requests':
    'That was a little too fast. Please wait a minute, then try again. Nothing was charged.',
  'problem.internal': 'Something went wrong on our side.',
  'problem.stripe-unavailable': 'The payment service cannot be reached right now.',
  'problem.outcome-unknown':
    'We do not know yet whether this was done. Trying again is safe: you are never charged twice for it.',

  'payment-failure.insufficient-funds':
    'The bank says that there is not enough money on this card. Nothing was charged. Please use another payment method.',
  'payment-failure.expired-card':
    'This card has expired. Nothing was charged. Please use another payment method.',
  'payment-failure.incorrect-cvc':
    'The security code of the card is not right. Nothing was charged. Please add the card again.',
  'payment-failure.processing-error':
    'The bank could not process the payment. Nothing was charged. Please try again in a moment.',
  'payment-failure.authentication-failed':
    'The payment was not confirmed with your bank. Nothing was charged. Please try again.',
  'payment-failure.generic':
    'Your bank declined the payment. Nothing was charged. Please use another payment method or ask your bank.',
} as const satisfies Record<string, string | PluralForms> &
  Record<`problem.${ProblemCode}`, string> &
  Record<`payment-failure.${PaymentFailure}`, string> &
  Record<`cancel.reason.${CancelReason}`, string>;
