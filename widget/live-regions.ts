/** What the two live regions say; both are in the page before anything is said. */
export interface Spoken {
  /** Waits until the screen reader has finished its sentence. */
  readonly status: string;
  /** Does not wait. */
  readonly alert: string;
}

export const SILENT: Spoken = { status: '', alert: '' };

/** The same words again would be no change, and so would not be read out: they get a blank more. */
export function speak(spoken: Spoken, kind: keyof Spoken, text: string): Spoken {
  const isRepeat = text !== '' && spoken[kind] === text;
  return { ...spoken, [kind]: isRepeat ? `${text}\u00a0` : text };
}
