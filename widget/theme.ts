import { css, type CSSResult } from 'lit';
import { controlStyles } from './theme-controls.ts';
import { listStyles } from './theme-lists.ts';

/**
 * The look of the overview; what only a flow needs is in theme-flows.ts. It inherits the page's
 * font and colour. Colours that must be read are mixed with the text colour, so that they keep
 * their contrast on dark pages too, whether or not the page says `color-scheme`. `em` only: `rem`
 * follows the page's root, which some sites set to 10px.
 *
 * The container needs its `inline-size: 100%` and intrinsic size: without them it collapses to
 * nothing in flex rows, floats and inline blocks.
 */
const frame: CSSResult = css`
  :host {
    --_accent: var(--billing-accent, #4f46e5);
    --_text: var(--billing-text, currentcolor);
    --_muted: var(--billing-text-muted, color-mix(in oklab, var(--_text) 80%, transparent));
    --_surface: var(--billing-surface, transparent);
    --_raised: var(--billing-surface-raised, color-mix(in oklab, var(--_text) 4%, transparent));
    --_border: var(--billing-border, color-mix(in oklab, var(--_text) 18%, transparent));
    --_control: var(--billing-control-border, color-mix(in oklab, var(--_text) 55%, transparent));
    --_good: var(--billing-success, #16a34a);
    --_warn: var(--billing-warning, #d97706);
    --_bad: var(--billing-danger, #dc2626);
    --_radius: var(--billing-radius, 0.5em);
    --_inner: var(--billing-radius-control, 0.375em);
    --_space: var(--billing-space, 0.25em);
    --_time: var(--billing-duration, 150ms);
    --_on-accent: var(--billing-on-accent, #fff);
    container-type: inline-size;
    contain-intrinsic-inline-size: 20em;
    display: block;
    inline-size: 100%;
    max-inline-size: var(--billing-max-width, 44em);
    color: var(--_text);
    background: var(--_surface);
    font: var(--billing-font, inherit);
    font-size: var(--billing-font-size, 1em);
  }
  @supports (color: color(from red xyz-d65 x y z)) {
    :host {
      --_on-accent: var(
        --billing-on-accent,
        color(
          from var(--_accent) xyz-d65 clamp(0, (0.18 - y) * 1e6, 0.9505)
            clamp(0, (0.18 - y) * 1e6, 1) clamp(0, (0.18 - y) * 1e6, 1.089)
        )
      );
    }
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='system']) {
    color-scheme: light dark;
  }
  :host(:is([theme='light'], [theme='dark'], [theme='system'])) {
    --_accent: var(--billing-accent, light-dark(#4f46e5, #a5b4fc));
    --_text: var(--billing-text, light-dark(#1c1f26, #e9ebf0));
    --_surface: var(--billing-surface, light-dark(#fff, #14161b));
  }
  .portal {
    overflow-wrap: anywhere;
  }
  section {
    margin-block: 0 calc(var(--_space) * 8);
  }
  h2,
  h3,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-family: var(--billing-heading-font, inherit);
    font-weight: var(--billing-heading-weight, 600);
    line-height: 1.3;
    scroll-margin-block: 5em;
  }
  .title {
    margin-block-end: calc(var(--_space) * 3);
    font-size: 1.125em;
  }
  .title:focus {
    outline: none;
  }
  .plan {
    font-size: 1.375em;
  }
  .strong {
    font-weight: 600;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  .amount,
  .date,
  dd {
    font-variant-numeric: tabular-nums;
  }
  .card {
    box-sizing: border-box;
    margin-block: 0 calc(var(--_space) * 4);
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: var(--billing-shadow, none);
  }
  .head,
  .line,
  .actions,
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }
  .head {
    justify-content: space-between;
  }
  .end {
    margin-inline-start: auto;
  }
  .muted + .actions {
    margin-block-start: calc(var(--_space) * 2);
  }
  .price {
    margin-block-start: var(--_space);
  }
  .rows {
    margin-block: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 4);
    padding-block: calc(var(--_space) * 2.5);
    border-block-end: 1px solid var(--_border);
  }
  .row dt {
    color: var(--_muted);
  }
  .whole,
  td.date,
  td.amount {
    white-space: nowrap;
  }
  .card > :last-child {
    margin-block-end: 0;
  }
  summary {
    padding-block: calc(var(--_space) * 2);
    cursor: pointer;
  }
  .test {
    margin-block-end: calc(var(--_space) * 4);
  }
  .hidden {
    position: absolute;
    overflow: hidden;
    inline-size: 1px;
    block-size: 1px;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .late {
    animation: late 0s 150ms backwards;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  .bar {
    display: block;
    block-size: 1em;
    inline-size: 40%;
    margin-block: 0.75em;
    border-radius: var(--_inner);
    background: var(--_border);
  }
  .bar.title {
    inline-size: 8em;
  }
  .bar.plan {
    block-size: 1.75em;
  }
  .bar.long {
    inline-size: 100%;
    margin-block: 1.4em;
  }
  .bar.button {
    inline-size: 9em;
    border: 0;
  }
  @keyframes pulse {
    50% {
      opacity: 0.5;
    }
  }
  @container (min-width: 30em) {
    .row dd {
      text-align: end;
    }
  }
  @container (max-width: 22em) {
    .card {
      padding: calc(var(--_space) * 4);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar {
      animation: pulse 1.6s ease-in-out infinite;
    }
    .button {
      transition: background var(--_time);
    }
  }
`;

/** Everything that the first paint needs. */
export const theme: CSSResult[] = [frame, controlStyles, listStyles];
