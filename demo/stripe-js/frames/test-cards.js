const TEST_CARDS = [
  { number: '4242424242424242', word: 'works' },
  { number: '378282246310005', word: 'works' },
  { number: '4000002500003155', word: 'asksOnce' },
  { number: '4000002760003184', word: 'asksAlways' },
  { number: '4000000000000341', word: 'failsLater' },
  { number: '4000000000000002', word: 'declined' },
];

/** Fills `list` with one button for each card; a press hands the card to `choose`. */
export function offerTestCards(list, words, choose) {
  list.replaceChildren();
  for (const { number, word } of TEST_CARDS) {
    const button = document.createElement('button');
    button.type = 'button';
    const shown = document.createElement('bdi');
    shown.textContent = `•••• ${number.slice(-4)}`;
    button.append(shown, ` ${words.cards[word]}`);
    const cvc = number.startsWith('37') ? '1234' : '123';
    button.addEventListener('click', () => choose({ number, cvc }));
    const item = document.createElement('li');
    item.append(button);
    list.append(item);
  }
}
