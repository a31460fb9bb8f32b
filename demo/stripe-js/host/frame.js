/**
 * An iframe of the stand-in with a private line to it. The page that holds it never sees what is
 * typed inside; both talk over a MessagePort that is handed only to the stand-in's own origin.
 */
export function openFrame({ base, page, title, greet, hear }) {
  const frame = document.createElement('iframe');
  const waiting = new Map();
  const unsent = [];
  let port = null;
  let lastId = 0;
  frame.src = new URL(page, base).href;
  frame.title = title;
  Object.assign(frame.style, { border: '0', display: 'block' });
  frame.addEventListener('load', connect);

  /** Runs again whenever the page moves the frame, because a moved iframe loads anew. */
  function connect() {
    const channel = new MessageChannel();
    if (port) abandon();
    port = channel.port1;
    port.addEventListener('message', ({ data }) => {
      if (data.type === 'reply') settle(data);
      else hear(data);
    });
    port.start();
    frame.contentWindow?.postMessage({ type: 'init', ...greet() }, base.origin, [channel.port2]);
    for (const message of unsent.splice(0)) port.postMessage(message);
  }

  function send(message) {
    if (port) port.postMessage(message);
    else unsent.push(message);
  }

  /** A form that is taken away while it works must not leave its caller waiting for ever. */
  function abandon() {
    const error = { type: 'validation_error', message: 'The payment form was closed.' };
    for (const id of waiting.keys()) settle({ id, value: { error } });
    port?.close();
  }

  function settle({ id, value }) {
    waiting.get(id)?.(value);
    waiting.delete(id);
  }

  return {
    element: frame,
    tell: send,
    ask(message) {
      const id = ++lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        send({ ...message, id });
      });
    },
    close() {
      abandon();
      frame.remove();
    },
  };
}
