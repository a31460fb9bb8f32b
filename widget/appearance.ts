import type { PaymentAppearance } from './payment-form.ts';

/**
 * The colours around the element, resolved: Stripe's frame can see neither CSS variables nor
 * `light-dark()`. Read again whenever a form opens.
 * @see https://docs.stripe.com/elements/appearance-api
 */
export function appearanceOf(element: HTMLElement): PaymentAppearance {
  const style = getComputedStyle(element);
  const text = toRgb(style.color);
  const isDark = luminance(text) > 0.4;
  const accent = probe(element, 'var(--_accent)');
  const danger = probe(element, 'var(--_bad)');
  return {
    theme: isDark ? 'night' : 'stripe',
    variables: {
      colorPrimary: css(accent),
      colorText: css(text),
      colorDanger: css(danger),
      colorBackground: css(backgroundBehind(element) ?? (isDark ? [24, 26, 31] : [255, 255, 255])),
      fontFamily: style.fontFamily,
      fontSizeBase: style.fontSize,
      borderRadius: `${0.375 * Number.parseFloat(style.fontSize)}px`,
    },
  };
}

type Rgb = readonly [number, number, number];

/** A private custom property as a colour: only a real property resolves it. */
function probe(element: HTMLElement, value: string): Rgb {
  const node = document.createElement('span');
  node.hidden = true;
  node.style.setProperty('color', value);
  (element.shadowRoot ?? element).append(node);
  const color = toRgb(getComputedStyle(node).color);
  node.remove();
  return color;
}

/** The nearest opaque background, through shadow roots; null where the page has none. */
function backgroundBehind(element: Element): Rgb | null {
  const color = getComputedStyle(element).backgroundColor;
  const isSeeThrough = /^transparent$|[,/]\s*0(\.\d+)?\)$/.test(color);
  if (!isSeeThrough) return toRgb(color);
  const root = element.getRootNode();
  const parent =
    element.assignedSlot ??
    element.parentElement ??
    (root instanceof ShadowRoot ? root.host : null);
  return parent ? backgroundBehind(parent) : null;
}

/** Any CSS colour, as the browser paints it: computed values may be `oklab(…)`. */
function toRgb(color: string): Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0];
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** WCAG's relative luminance, 0 to 1. */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function css([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}
