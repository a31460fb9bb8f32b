/** Where the focus is to go with the next drawing. */
export interface FocusTarget {
  /** Of the button that a flow was started with. */
  key?: string | null;
  /** Whether the overview's first heading will do, where there is nothing nearer. */
  orHome?: boolean;
}

/** Moves the focus once, after what it is to land on has been drawn. */
export class FocusKeeper {
  #target: FocusTarget | null = null;

  request(target: FocusTarget): void {
    this.#target = target;
  }

  apply(root: ParentNode): void {
    const target = this.#target;
    this.#target = null;
    if (!target) return;
    const find = (selector: string) => root.querySelector<HTMLElement>(selector);
    const trigger = target.key ? find(`[data-key="${target.key}"]`) : null;
    // The innermost: a field that is wrong, or a form that has just opened, before its view's title.
    const view = trigger ?? [...root.querySelectorAll<HTMLElement>('[data-heading]')].at(-1);
    (view ?? (target.orHome ? find('[data-home]') : null))?.focus();
  }
}
