/**
 * What a secret looks like, wherever it stands. The last line of defence: nothing that is logged
 * should hold one in the first place, but a library's error message may quote anything.
 */
const SECRETS: [pattern: RegExp, instead: string][] = [
  [/\b(?:sk|rk)_\w{3,}/g, '[key]'],
  [/\bwhsec_\w{3,}/g, '[webhook secret]'],
  [/\bprt_(?:test|live)_[\w-]{3,}/g, '[portal secret]'],
  [/\b\w{2,32}_secret_\w{3,}/g, '[client secret]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g, '[token]'],
  [/\bBearer\s+\S+/gi, 'Bearer [token]'],
  // A hash or a part of one, also as somebody who mixes up encodings would send it.
  [/[\da-f]{40,}/gi, '[hash]'],
  [/(?<![\w+/-])[\w+/-]{43}=?(?![\w+/-])/g, '[hash]'],
  // Whoever has such a link needs nothing else.
  [/https:\/\/(?:invoice|billing|pay|checkout|files)\.stripe\.com\/\S*/g, '[link]'],
  [/:\/\/[^\s/@]{1,300}@/g, '://[credentials]@'],
  [/[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[email]'],
  // Not within a UUID: a request's id is to be found again.
  [
    /(?<!\d|[\da-f]{8}-[\da-f-]{0,27})(?![\da-f]{1,8}(?:-[\da-f]{4}){3}-[\da-f]{12})\d(?:[ -]?\d){12,18}(?!\d)/g,
    '[number]',
  ],
];

/**
 * Line breaks, terminal sequences and whatever else some reader of logs takes for an end of line; and
 * what turns the order of a line around, so that it reads as something else.
 */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]+/g;

/** Longer than any secret, so that none is cut in half before it is looked for. */
const MARGIN = 4_096;

/** A text of one line and at most so many characters, with no secret in it. */
export function redact(text: string, maxLength: number): string {
  let clean = text.slice(0, maxLength + MARGIN);
  for (const [pattern, instead] of SECRETS) clean = clean.replace(pattern, instead);
  return clean.replace(CONTROLS, ' ').slice(0, maxLength);
}
