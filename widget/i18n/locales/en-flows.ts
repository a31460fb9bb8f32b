/* oxlint-disable max-lines -- one table */
import type { PaymentFailure, ProblemCode } from '../../../contract/problems.ts';
import type { CancelReason } from '../../../contract/portal.ts';
import type { PluralForms } from '../plural-forms.ts';
import type { en } from './en.ts';

/**
 * What is said once the customer does something: English comes in two parts, every other language
 * in one. Both parts together are the source of truth for all languages. Whole sentences; what
 * changes is a `{param}`. Dates, amounts and card names arrive ready to show.
 */
export const enFlows = {
  // Everywhere
  'action.back': 'Back',
  'action.reload': 'Load again',
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
  'review.lines': 'What this is made of',
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

  // Promotion codes
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
  'methods.add-title': 'New payment method',
  'methods.add-hint': 'It becomes the default for all your plans.',
  'methods.needed': 'A payment method is needed to go on. Nothing is charged before you confirm.',
  'methods.form': 'Your payment details',
  'methods.loading-form': 'Loading the secure form…',
  'methods.save': 'Save payment method',
  'methods.saved': 'Your payment method is saved.',
  'methods.made-default': '{method} is now the default.',
  'methods.remove-confirm': 'Remove {method}?',
  'methods.remove-yes': 'Yes, remove it',
  'methods.remove-no': 'Keep it',
  'methods.removed': '{method} is removed.',
  'methods.update': 'Use another payment method',

  // Invoices
  'invoices.all-loaded': 'All invoices are shown.',
  'invoices.no-document': 'There is no document for this invoice yet.',
  'invoices.blocked': 'Your browser held back the new tab.',
  'invoices.open-link': 'Open the document',
  'invoices.loaded': {
    one: '{count} more invoice loaded.',
    other: '{count} more invoices loaded.',
  },

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
  'failure.reference': 'Reference: {reference}',
  'failure.money-unknown':
    'We do not know yet whether it went through. Trying again is safe: you are never charged twice for it.',
  'failure.form':
    'The payment form could not be loaded. Please check your connection or content blocker.',
  'ended.title': 'Your session has ended',
  'ended.text': 'To keep your billing details safe, please load this page again, or sign in again.',
  'setup.title': 'This billing portal is not set up yet',
  'setup.missing': 'For the site owner: add the attribute {attribute} to <billing-portal>.',
  'setup.missing-customer':
    'For the site owner: add customer-id or email to <billing-portal>, and only one of them.',

  'problem.internal': 'Something went wrong on our side.',
  'problem.invalid-request': 'This request was not understood. Nothing was charged.',
  'problem.method-not-allowed': 'This request was not understood. Nothing was charged.',
  'problem.session-expired':
    'Your session has ended. Please load this page again. Nothing was charged.',
  'problem.invalid-identity':
    'We could not confirm that this is your account. Please load the page or sign in again, or contact us.',
  'problem.origin-not-allowed': 'Billing is not available on this site. Please contact us.',
  'problem.customer-not-found':
    'There are no billing details for this account yet. Please contact us if you expected some.',
  'problem.customer-ambiguous': 'We could not tell which account is yours. Please contact us.',
  'problem.too-many-requests':
    'This was done very often in a short time. Please try again {when}. Nothing was charged.',
  'problem.busy': 'It is very busy right now. Please try again in a moment. Nothing was charged.',
  'problem.stripe-unavailable': 'The payment service cannot be reached right now.',
  'problem.action-not-allowed':
    'This is not possible here. Please contact us. Nothing was charged.',
  'problem.not-found': 'This was not found. Nothing was charged.',
  'problem.subscription-not-found':
    'This subscription was not found. Please load the page again. Nothing was charged.',
  'problem.invoice-not-found':
    'This invoice was not found. Please load the page again. Nothing was charged.',
  'problem.payment-method-not-found':
    'This payment method was not found. Please load the page again. Nothing was charged.',
  'problem.intent-changed':
    'Something changed in the meantime. Please load the page again to see what is done.',
  'problem.intent-in-progress':
    'This is still being worked on. Please wait a moment, then try again. You are not charged twice.',
  'problem.preview-expired':
    'The amount shown is no longer current. Please check it again. Nothing was charged.',
  'problem.amount-changed': 'The amount has changed. Please check it again. Nothing was charged.',
  'problem.subscription-ended': 'This subscription has already ended. Nothing was charged.',
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
  'problem.not-applied': 'This was not done, and nothing was charged. Please try again.',
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
} as const satisfies Record<string, string | PluralForms> & Record<KeysInFull, string>;

/** A code or reason without words, here or in en.ts, does not compile. */
type KeysInFull = Exclude<
  `problem.${ProblemCode}` | `payment-failure.${PaymentFailure}` | `cancel.reason.${CancelReason}`,
  keyof typeof en
>;
