/** Adds the look of what only a flow shows: forms, plan cards, reviews. Twice does nothing. */
export function addFlowStyles({ shadowRoot }: HTMLElement): void {
  if (!shadowRoot || shadowRoot.adoptedStyleSheets.includes(flowStyles)) return;
  shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, flowStyles];
}

const flowStyles = new CSSStyleSheet();
flowStyles.replaceSync(`
  .flow > * + * { margin-block-start: calc(var(--_space) * 4); }
  .flow .title { margin-block-end: 0; }
  .page .title { font-size: 1.375em; }
  .inline-flow { margin-block: calc(var(--_space) * 3); padding: calc(var(--_space) * 4); border: 1px solid var(--_border); border-radius: var(--_inner); }
  fieldset { min-inline-size: 0; margin-inline: 0; padding: 0; border: 0; }
  legend { padding: 0; margin-block-end: calc(var(--_space) * 2); font-weight: 600; }
  label { display: block; }
  input, textarea { accent-color: var(--_accent); }
  .field { display: grid; gap: var(--_space); max-inline-size: 24em; }
  .input { box-sizing: border-box; inline-size: 100%; min-block-size: var(--billing-control-height, 2.75em); padding: 0.4em 0.75em; border: 1px solid var(--_control); border-radius: var(--_inner); color: inherit; background: none; font: inherit; }
  .input[aria-invalid='true'] { border-color: color-mix(in oklab, var(--_bad) 70%, var(--_text)); }
  textarea.input { min-block-size: 5em; resize: vertical; }
  .inline-flow.field { max-inline-size: 34em; }
  .number { inline-size: 7em; }
  .field .wrong { color: color-mix(in oklab, var(--_bad) 60%, var(--_text)); }
  .beside { display: flex; flex-wrap: wrap; gap: calc(var(--_space) * 2); }
  .beside .input { flex: 1 1 10em; inline-size: auto; }
  .choices { display: grid; gap: var(--_space); }
  .choice { display: flex; align-items: center; gap: 0.6em; min-block-size: 2.25em; cursor: pointer; }
  .choice input, .option input { flex: none; inline-size: 1.15em; block-size: 1.15em; margin: 0; }
  .row-choices { display: flex; flex-wrap: wrap; gap: calc(var(--_space) * 2); }
  .row-choices .choice { padding: 0.25em 0.9em; border: 1px solid var(--_control); border-radius: 9em; }
  .row-choices .choice:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); }
  .options { display: grid; gap: calc(var(--_space) * 3); grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr)); }
  .option { display: flex; gap: 0.75em; padding: calc(var(--_space) * 4); border: 1px solid var(--_control); border-radius: var(--_radius); }
  label.option { cursor: pointer; }
  label.option:hover { background: var(--_raised); }
  .option:has(:checked) { border-color: var(--_accent); box-shadow: inset 0 0 0 1px var(--_accent); background: color-mix(in oklab, var(--_accent) 6%, transparent); }
  div.option { border-style: dashed; border-color: var(--_border); }
  .option > span, .option > div { display: grid; gap: var(--_space); align-content: start; justify-items: start; }
  .option ul { padding-inline-start: 1.2em; }
  .total { font-weight: 600; }
  .total dd { font-size: 1.125em; }
  .card.page .rows { margin-block: calc(var(--_space) * 4) 0; }
  .equal > .button { flex: 1 1 12em; }
  .button.danger { border-color: color-mix(in oklab, var(--_bad) 70%, var(--_text)); color: color-mix(in oklab, var(--_bad) 60%, var(--_text)); background: none; }
  /* For half a second after it appears, a click that was meant for what was there before does nothing. */
  .flow .danger, .flow .primary, .inline-flow .primary { animation: settle 500ms; }
  @keyframes settle { from, to { pointer-events: none; } }
  .payment { min-block-size: 14em; }
  .payment h3 { margin-block-end: 0.5em; }
  @media (forced-colors: active) {
    .option:has(:checked), .row-choices .choice:has(:checked) { outline: 2px solid Highlight; }
  }
`);
