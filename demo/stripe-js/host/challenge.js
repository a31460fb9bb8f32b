import { openFrame } from './frame.js';

const COVER = {
  position: 'fixed',
  inset: '0',
  zIndex: '2147483647',
  display: 'grid',
  placeItems: 'center',
  background: 'rgba(12, 14, 24, .55)',
};

/**
 * Shows the bank's question over the whole page, as Stripe.js does: a layer in `<body>`, not in the
 * browser's top layer. Resolves with the words for a failure, or null once it is confirmed.
 */
export function openChallenge({ base, clientSecret, locale }) {
  const before = document.activeElement;
  const cover = document.createElement('div');
  Object.assign(cover.style, COVER);
  return new Promise((resolve) => {
    const frame = openFrame({
      base,
      page: 'challenge.html',
      title: '3D Secure',
      greet: () => ({ clientSecret, locale }),
      hear(message) {
        if (message.type === 'height') frame.element.style.height = `${message.px}px`;
        if (message.type !== 'done') return;
        frame.close();
        cover.remove();
        before?.focus?.();
        resolve(message.failure);
      },
    });
    Object.assign(frame.element.style, {
      width: 'min(26rem, calc(100vw - 2rem))',
      height: '20rem',
      borderRadius: '12px',
      colorScheme: 'light',
      background: '#fff',
    });
    cover.append(frame.element);
    document.body.append(cover);
    frame.element.focus();
  });
}
