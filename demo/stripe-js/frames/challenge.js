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
  const headers = { 'Content-Type': 'application/json' };
  const isDone = await fetch('/_simulator/authentication', { method: 'POST', headers, body }).then(
    (response) => response.ok,
    () => false,
  );
  tell({ type: 'done', failure: isDone && outcome === 'success' ? null : words.failed });
}
