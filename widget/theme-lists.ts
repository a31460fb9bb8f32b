import { css, type CSSResult } from 'lit';

/** Payment methods and invoices: a table where there is room, else one block per invoice. */
export const listStyles: CSSResult = css`
  .list {
    padding-block: var(--_space);
    list-style: none;
  }
  .list li {
    padding-block: calc(var(--_space) * 2.5);
  }
  .list li + li,
  tr + tr:not(.inline) td {
    border-block-start: 1px solid var(--_border);
  }
  table.card {
    inline-size: 100%;
    border-spacing: 0;
    padding-block: calc(var(--_space) * 2);
  }
  th,
  td {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    text-align: start;
    /* With "anywhere", a narrow column would break "Pro" in two. */
    overflow-wrap: break-word;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  th {
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 500;
  }
  td.description {
    min-inline-size: 5em;
  }
  /* One word of Stripe's, in letters by lot. */
  td.number {
    min-inline-size: 4.5em;
    overflow-wrap: anywhere;
  }
  .documents {
    white-space: nowrap;
  }
  td .button + * {
    margin-inline-start: 1em;
  }
  td .button,
  li .button {
    min-block-size: 2.25em;
  }
  th.amount,
  td.amount,
  th.actions,
  td.actions {
    display: table-cell;
    text-align: end;
  }
  @container (max-width: 42em) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    table,
    tbody {
      display: block;
    }
    tr {
      display: grid;
      grid-template-columns: 1fr auto;
      align-items: center;
      padding-block: calc(var(--_space) * 2);
    }
    tr + tr:not(.inline) {
      border-block-start: 1px solid var(--_border);
    }
    tr + tr:not(.inline) td {
      border: 0;
    }
    td {
      padding: calc(var(--_space) / 2) 0;
    }
    td.amount {
      grid-area: 1 / 2;
    }
    td.status {
      grid-area: 2 / 2;
      text-align: end;
    }
    td.number {
      grid-area: 2 / 1;
    }
    td.description,
    td.actions,
    .inline td {
      grid-column: 1 / -1;
    }
    td.actions {
      text-align: start;
    }
    td:empty {
      display: none;
    }
  }
`;
