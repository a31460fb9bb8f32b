/** A node of the page itself that shows up in the element's slot. */
export interface PaymentSlot {
  readonly node: HTMLElement;
  remove(): void;
}

/**
 * Makes a place for Stripe's frames. They refuse to live in a shadow root, so the place is a
 * light-DOM child that the element shows through its slot `payment`. Where the element itself
 * sits inside the shadow roots of other components, the slot is handed on through each of them,
 * and the place is a child of the outermost one.
 */
export function openPaymentSlot(host: HTMLElement, direction: 'ltr' | 'rtl'): PaymentSlot {
  const added: HTMLElement[] = [];
  let parent: Element = host;
  let name = 'payment';
  // Several portals may share an outer root: each needs a slot of its own there.
  const relayName = `portico-payment-${Math.random().toString(36).slice(2)}`;
  for (let root = host.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    const relay = document.createElement('slot');
    relay.slot = name;
    relay.name = relayName;
    parent.append(relay);
    added.push(relay);
    parent = root.host;
    name = relayName;
  }
  const node = document.createElement('div');
  node.slot = name;
  // Stripe lays its form out from right to left only beneath such a `dir`.
  node.dir = direction;
  parent.append(node);
  added.push(node);
  return { node, remove: () => added.forEach((element) => element.remove()) };
}
