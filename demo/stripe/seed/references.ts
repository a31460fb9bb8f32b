import { isObject, SeedError } from './seed-entry.ts';

/** What calls have answered, by the name that their entry gave. */
export type Answers = ReadonlyMap<string, unknown>;

const REFERENCE = /^\$([A-Za-z]\w*)\.(.+)$/;

/**
 * Puts in what `$ada.id` or `$plan.items.data.0.id` stands for, at any depth. A text that really
 * begins with a dollar sign has two of them.
 * @throws {SeedError} where there is no such name or no such field.
 */
export function resolve(value: unknown, answers: Answers): unknown {
  if (typeof value === 'string') return resolveText(value, answers);
  if (Array.isArray(value)) return value.map((entry) => resolve(entry, answers));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, resolve(child, answers)]),
  );
}

/** Ids also stand in paths: `/v1/subscriptions/$plan.id`. */
export function resolvePath(path: string, answers: Answers): string {
  return path
    .split('/')
    .map((part) => (part.startsWith('$') ? String(resolveText(part, answers)) : part))
    .join('/');
}

function resolveText(text: string, answers: Answers): unknown {
  if (!text.startsWith('$')) return text;
  if (text.startsWith('$$')) return text.slice(1);
  const [, name = '', path = ''] = REFERENCE.exec(text) ?? [];
  if (name === '') {
    throw new SeedError(`${text} is not a reference like $ada.id (a dollar sign itself is $$).`);
  }
  if (!answers.has(name)) throw new SeedError(`Nothing before it is called "${name}".`);
  const found = path.split('.').reduce<unknown>(stepInto, answers.get(name));
  if (found === undefined || found === null) throw new SeedError(`There is no ${text}.`);
  return found;
}

function stepInto(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
