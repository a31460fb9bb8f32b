import { css, type CSSResult } from 'lit';

/** Badges, notes, buttons. */
export const controlStyles: CSSResult = css`
  .badge {
    --_tone: var(--_text);
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    padding: 0.15em 0.6em;
    border-radius: 9em;
    color: color-mix(in oklab, var(--_tone) 40%, var(--_text));
    background: color-mix(in oklab, var(--_tone) 12%, transparent);
    font-size: 0.8125em;
    font-weight: 500;
    white-space: nowrap;
  }
  .note {
    --_tone: var(--_accent);
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 3);
    margin-block: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid color-mix(in oklab, var(--_tone) 40%, transparent);
    border-radius: var(--_inner);
    background: color-mix(in oklab, var(--_tone) 8%, transparent);
  }
  .note > div:first-of-type {
    flex: 1 1 10em;
  }
  .note .icon {
    margin-block-start: 0.2em;
    color: color-mix(in oklab, var(--_tone) 65%, var(--_text));
  }
  .good {
    --_tone: var(--_good);
  }
  .warn {
    --_tone: var(--_warn);
  }
  .bad {
    --_tone: var(--_bad);
  }
  .badge.info {
    --_tone: var(--_accent);
  }
  .icon {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .button {
    box-sizing: border-box;
    min-block-size: var(--billing-control-height, 2.75em);
    padding: 0.4em 1em;
    border: 1px solid var(--_control);
    border-radius: var(--_inner);
    color: inherit;
    background: none;
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_raised);
  }
  .button.primary {
    border-color: transparent;
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent), black 14%);
  }
  .button.link {
    padding-inline: 0;
    border-color: transparent;
    text-decoration: underline;
    text-decoration-color: var(--_control);
    text-underline-offset: 0.2em;
  }
  .button[aria-disabled] {
    cursor: default;
    opacity: 0.65;
  }
  :focus-visible {
    outline: var(--billing-focus-width, 2px) solid
      var(--billing-focus, color-mix(in oklab, var(--_accent) 75%, var(--_text)));
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .badge,
    .note,
    .button.primary {
      border: 1px solid;
    }
  }
`;
