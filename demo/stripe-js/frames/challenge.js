import { CHALLENGE_WORDS } from './challenge-words.js';
import { openLine, reportHeight } from './line.js';
import { wordsFor } from './words-for.js';

const { greeting, tell, hear } = await openLine();
const words = wordsFor(
  CHALLENGE_WORDS,
  greeting.locale === 'auto' ? navigator.language : greeting.locale,
);
const buttons = [document.querySelector('#complete'), document.querySelector('#fail')];

document.documentElement.dir = document.documentElement.lang === 'ar' ? 'rtl' : 'ltr';
for (const element of document.querySelectorAll('[data-word]')) {
  element.textContent = words[element.dataset.word];
}
buttons[0].addEventListener('click', () => void decide('success'));
buttons[1].addEventListener('click', () => void decide('fail'));
hear(() => {});
reportHeight(document.querySelector('#challenge'), tell);
document.querySelector('h1').focus();

/** Tells the simulator what the customer told the bank; a second press does nothing. */
async function decide(outcome) {
  for (const button of buttons) button.disabled = true;
  const body = JSON.stringify({ client_secret: greeting.clientSecret, outcome });
  const isDone = await post(body);
  tell({ type: 'done', failure: isDone && outcome === 'success' ? null : words.failed });
}

/** Reads the answer to its end, because the page takes this frame away as soon as it is told. */
async function post(body) {
  const headers = { 'Content-Type': 'application/json' };
  try {
    const response = await fetch('/_simulator/authentication', { method: 'POST', headers, body });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}
