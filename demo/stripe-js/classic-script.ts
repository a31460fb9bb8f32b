/**
 * Joins small modules into one classic script, in the given order and in one block, so that none of
 * their names becomes global. Only for our own files: named imports and exports at line starts.
 */
export function joinAsClassicScript(modules: readonly string[], lastLine: string): string {
  const bodies = modules.map((source) =>
    source.replace(/^import [^;]+;\n/gm, '').replace(/^export /gm, ''),
  );
  return `'use strict';\n{\n${[...bodies, lastLine].join('\n')}\n}\n`;
}
