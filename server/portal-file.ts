/**
 * Reads the portal file (`PORTICO_CONFIG`): JSON, for one portal or several. A file that is wrong
 * stops the start, with the line that is wrong and what to write instead.
 */
import { findNodeAtLocation, parseTree, printParseErrorCode, getNodeValue } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import * as v from 'valibot';
import { nearest } from './nearest.ts';
import { findShapeFault, findTextFault } from './portal-file-shape.ts';
import { settingsSchema, toSettings, type Settings } from './settings.ts';
import { shown, shownName } from './shown.ts';

export const DEFAULT_PORTAL = 'default';

/** What a start that cannot go on says. The message is for the person who starts the server. */
export class SetupError extends Error {}

const portalName = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    ({ input }) =>
      `has a portal ${shown(input)}: a portal name is lower-case letters, digits and -.`,
  ),
);

/** The schema of the whole file; portal.schema.json is its twin for editors. */
export const portalFileSchema = v.strictObject(
  {
    ...settingsSchema.entries,
    portals: v.optional(
      v.record(portalName, settingsSchema, 'must be portals by name, like { "team": { … } }'),
      {},
    ),
  },
  'must be an object of settings, at least {}',
);

/** The portals in a file, by name. The settings at the top are those of the portal `default`. */
export function parsePortalFile(text: string, fileName: string): Map<string, Settings> {
  if (text.trim() === '') {
    throw new SetupError(`${fileName}: the file is empty. Write at least {}.`);
  }
  const refuse = ({ offset, what }: { offset: number; what: string }): never => {
    throw new SetupError(`${place(text, fileName, offset)}: ${what}.`);
  };
  const textFault = findTextFault(text);
  if (textFault) refuse(textFault);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first || !tree) {
    const what = first ? readable(printParseErrorCode(first.error)) : 'no value';
    return refuse({ offset: first?.offset ?? 0, what: `not valid JSON: ${what}` });
  }
  const shapeFault = findShapeFault(tree);
  if (shapeFault) refuse(shapeFault);
  const result = v.safeParse(portalFileSchema, getNodeValue(tree));
  if (!result.success) {
    const lines = result.issues.map((issue) => describe(issue, tree, { text, fileName }));
    throw new SetupError([...new Set(lines)].join('\n'));
  }
  const { portals, ...top } = result.output;
  return new Map([
    [DEFAULT_PORTAL, toSettings(top)],
    ...Object.entries(portals).map(([name, one]): [string, Settings] => [name, toSettings(one)]),
  ]);
}

interface Source {
  text: string;
  fileName: string;
}

function describe(issue: v.BaseIssue<unknown>, tree: Node, source: Source): string {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const node =
    findNodeAtLocation(tree, path) ?? findNodeAtLocation(tree, path.slice(0, -1)) ?? tree;
  const isOfKey = issue.path?.at(-1)?.origin === 'key';
  const key = isOfKey && node.parent?.type === 'property' ? node.parent : node;
  const where = place(source.text, source.fileName, key.offset);
  if (issue.expected === 'never') {
    return `${where}: "${nameOf(path)}" is not a setting.${suggestion(path, issue)}`;
  }
  const owner = nameOf(path.slice(0, -1));
  if (isOfKey && issue.received === 'undefined') {
    return `${where}: "${owner}" has no ${issue.expected}.`;
  }
  if (isOfKey) return `${where}: "${owner}" ${issue.message}`;
  return `${where}: "${nameOf(path)}" ${issue.message}; it is ${shown(issue.input)}.`;
}

function nameOf(path: readonly (string | number)[]): string {
  return path.map(shownName).join('.') || 'the file';
}

/** The names that could have been meant: those of the object in which the unknown key stands. */
function suggestion(path: (string | number)[], issue: v.BaseIssue<unknown>): string {
  const wrong = String(path.at(-1) ?? '');
  const inFeatures = path.at(-2) === 'features';
  const names = Object.keys(
    inFeatures ? settingsSchema.entries.features.wrapped.entries : portalFileSchema.entries,
  ).filter((name) => name !== '$schema');
  const close = nearest(wrong, names);
  if (close !== null) return ` Did you mean "${close}"?`;
  return issue.path && path.length <= (inFeatures ? 3 : 1)
    ? ` Settings are: ${names.join(', ')}.`
    : '';
}

function place(text: string, fileName: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${fileName}, line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

function readable(errorCode: string): string {
  return errorCode.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
