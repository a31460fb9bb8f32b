/** Longer ones are no slip of the fingers. */
const MAX_LENGTH = 60;
const MAX_SLIPS = 2;

/** The name that could have been meant; upper and lower case do not matter. */
export function nearest(wrong: string, names: readonly string[]): string | null {
  if (wrong.length > MAX_LENGTH) return null;
  const distances = names.map((name) => distance(name.toLowerCase(), wrong.toLowerCase()));
  const least = Math.min(...distances);
  return least <= MAX_SLIPS ? (names[distances.indexOf(least)] ?? null) : null;
}

/** Levenshtein's edit distance; the words are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
