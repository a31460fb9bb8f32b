/** Something that is JSON already: what many ask for is written once, and sent as it is. */
export class Json<T> {
  readonly text: string;
  /** What it says; never set. */
  declare readonly value?: T;

  constructor(text: string) {
    this.text = text;
  }
}

export function toJson<T>(value: T | Json<T>): string {
  return value instanceof Json ? value.text : JSON.stringify(value);
}
