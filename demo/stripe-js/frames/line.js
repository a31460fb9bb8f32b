/**
 * The frame's end of the line to the page that holds it. Waits for the page's greeting, which
 * brings the port; from then on nothing but that port is listened to.
 * @returns {Promise<{greeting: object, tell: (message: object) => void, hear: (listener: (message: object) => void) => void}>}
 */
export function openLine() {
  return new Promise((resolve) => {
    addEventListener('message', (event) => {
      const [port] = event.ports;
      if (event.source !== parent || event.data?.type !== 'init' || !port) return;
      resolve({
        greeting: event.data,
        tell: (message) => port.postMessage(message),
        hear(listener) {
          port.addEventListener('message', ({ data }) => listener(data));
          port.start();
        },
      });
    });
  });
}

/** Keeps the page informed of how tall the frame must be so that it never scrolls. */
export function reportHeight(element, tell) {
  new ResizeObserver(() => {
    tell({ type: 'height', px: Math.ceil(element.getBoundingClientRect().height) });
  }).observe(element);
}
