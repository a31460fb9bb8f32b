import { callApi } from '../api.js';
import { brandOf, checkCvc, checkExpiry, checkNumber, digitsOf } from './card-rules.js';
import { formatExpiry, formatNumber, parseExpiry } from './card-rules.js';
import { CARD_WORDS } from './card-words.js';
import { DECLINE_WORDS } from './decline-words.js';
import { openLine, reportHeight } from './line.js';
import { paint } from './paint.js';
import { offerTestCards } from './test-cards.js';
import { wordsFor } from './words-for.js';

const form = document.querySelector('#card');
const fields = {
  number: { input: document.querySelector('#number'), format: formatNumber },
  expiry: { input: document.querySelector('#expiry'), format: formatExpiry },
  cvc: { input: document.querySelector('#cvc'), format: digitsOf },
};
const { greeting, tell, hear } = await openLine();
let words = CARD_WORDS.en;
let declines = DECLINE_WORDS.en;

show(greeting);
for (const field of Object.values(fields)) listenTo(field);
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') tell({ type: 'escape' });
});
hear((message) => void answer(message));
reportHeight(form, tell);
tell({ type: 'ready' });

async function answer(message) {
  if (message.type === 'update') show(message);
  if (message.type === 'focus') fields.number.input.focus();
  if (message.type === 'submit') tell({ type: 'reply', id: message.id, value: validate() });
  if (message.type === 'confirm') {
    tell({ type: 'reply', id: message.id, value: await confirm(message.call) });
  }
}

/** The page's looks and language. A page that changes only its colours sends no direction. */
function show({ appearance, locale, direction }) {
  words = wordsFor(CARD_WORDS, locale);
  declines = wordsFor(DECLINE_WORDS, locale);
  if (direction) document.documentElement.dir = direction;
  paint(appearance ?? {});
  for (const label of document.querySelectorAll('[data-word]')) {
    label.textContent = words[label.dataset.word];
  }
  fields.expiry.input.placeholder = words.expiryPlaceholder;
  offerTestCards(document.querySelector('#test-cards'), words, fill);
  for (const { input } of Object.values(fields)) {
    if (input.getAttribute('aria-invalid') === 'true') showError(input, codeFor(input));
  }
}

function listenTo({ input, format }) {
  input.addEventListener('input', () => {
    reformat(input, format);
    showError(input, null);
    noticeChange();
  });
  input.addEventListener('focus', () => tell({ type: 'focus' }));
  input.addEventListener('blur', () => {
    if (input.value) showError(input, codeFor(input));
    tell({ type: 'blur' });
  });
}

/** Keeps the caret behind the same digit, so that a number can be mended in the middle. */
function reformat(input, format) {
  const before = digitsOf(input.value.slice(0, input.selectionStart)).length;
  const isAtEnd = input.selectionStart === input.value.length;
  input.value = format(input.value);
  if (isAtEnd) return;
  let caret = 0;
  for (let seen = 0; seen < before && caret < input.value.length; caret++) {
    if (/\d/.test(input.value[caret])) seen++;
  }
  input.setSelectionRange(caret, caret);
}

function codeFor(input) {
  if (input === fields.number.input) return checkNumber(input.value);
  if (input === fields.expiry.input) return checkExpiry(input.value, new Date());
  return checkCvc(input.value, fields.number.input.value);
}

function showError(input, code) {
  document.querySelector(`#${input.id}-error`).textContent = code ? words.errors[code] : '';
  if (code) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

function noticeChange() {
  const inputs = Object.values(fields).map(({ input }) => input);
  document.querySelector('#brand').textContent = brandOf(digitsOf(fields.number.input.value)).label;
  tell({
    type: 'change',
    complete: inputs.every((input) => codeFor(input) === null),
    empty: inputs.every((input) => input.value === ''),
  });
}

/** Shows every error and goes to the first; answers with it in Stripe's shape. */
function validate() {
  const wrong = Object.values(fields).map(({ input }) => ({ input, code: codeFor(input) }));
  for (const { input, code } of wrong) showError(input, code);
  const first = wrong.find(({ code }) => code !== null);
  if (!first) return {};
  first.input.focus();
  const message = words.errors[first.code];
  return { error: { type: 'validation_error', code: first.code, message } };
}

/** Sends the card from here, so that the page around never sees it. */
async function confirm(call) {
  const problem = validate();
  if (problem.error) return problem;
  const { month, year } = parseExpiry(fields.expiry.input.value);
  const params = {
    ...call.params,
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': digitsOf(fields.number.input.value),
    'payment_method_data[card][exp_month]': month,
    'payment_method_data[card][exp_year]': year,
    'payment_method_data[card][cvc]': fields.cvc.input.value,
  };
  const result = await callApi(location.origin, { ...call, params });
  const known = declines[result.error?.decline_code] ?? declines[result.error?.code];
  return known ? { error: { ...result.error, message: known } } : result;
}

function fill({ number, cvc }, now = new Date()) {
  fields.number.input.value = formatNumber(number);
  fields.expiry.input.value = `12 / ${String((now.getFullYear() + 3) % 100).padStart(2, '0')}`;
  fields.cvc.input.value = cvc;
  for (const { input } of Object.values(fields)) showError(input, null);
  noticeChange();
  fields.number.input.focus();
}
