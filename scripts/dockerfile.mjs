/**
 * As much of a Dockerfile as this one uses, for those who have no engine to try it with.
 * @typedef {{instruction: string, value: string}} Line
 */

/** The stages of a Dockerfile, each with its lines. */
export function readStages(text) {
  const joined = text.replace(/\\\n\s*/g, ' ');
  const lines = joined.split('\n').filter((line) => /^[A-Z]+ /.test(line));
  const stages = [];
  for (const line of lines) {
    const [, instruction = '', value = ''] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
    if (instruction === 'FROM') stages.push([]);
    stages.at(-1)?.push({ instruction, value });
  }
  return stages;
}

/** What a COPY takes, from which stage (null: from the folder that is built), and to where. */
export function readCopy(value) {
  const words = value.split(/\s+/);
  const options = words.filter((word) => word.startsWith('--'));
  const names = words.filter((word) => !word.startsWith('--'));
  const from = options.find((word) => word.startsWith('--from='))?.slice('--from='.length);
  return { from: from ?? null, sources: names.slice(0, -1), target: names.at(-1) ?? '' };
}

/** Whether a path is left out by a .dockerignore: by its name, or by that of a folder it is in. */
export function createIgnore(text) {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(toExpression);
  return (name) => patterns.some((pattern) => pattern.test(name));
}

function toExpression(pattern) {
  if (/[!?[\]]|\*\*/.test(pattern)) throw new Error(`${pattern} is not understood here.`);
  const literal = pattern.replace(/[.+^${}()|\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return new RegExp(`^${literal}(?:/|$)`);
}
