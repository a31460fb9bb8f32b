import { parseSync, Visitor, type Plugin } from 'vite';

/**
 * Shortens the white space of html`…`, svg`…` and css`…`: it is there for whoever reads the source,
 * and a minifier may not touch the text of a template. Markup keeps one space wherever it had some
 * ("$19.00 / month" must not become "$19.00/ month"). Not for markup with `<pre>` or `<textarea>text`.
 */
export function collapseTemplates(): Plugin {
  return {
    name: 'collapse-templates',
    apply: 'build',
    transform: {
      filter: { id: /\.ts$/, code: /\b(html|svg|css)`/ },
      // Every line stays the line that it was, so the source map holds.
      handler: (code) => ({ code: collapseModule(code), map: null }),
    },
  };
}

/** The same for a whole JavaScript module: line breaks move out of the templates, and none is lost. */
export function collapseModule(code: string): string {
  let result = '';
  let at = 0;
  for (const { tag, start, end } of findTexts(code)) {
    const text = code.slice(start, end);
    const opener = code.startsWith('${', end) ? '${' : '`';
    const short = collapseText(tag, text);
    const moved = '\n'.repeat(countLines(text) - countLines(short));
    result += code.slice(at, start) + short + opener + moved;
    at = end + opener.length;
  }
  return result + code.slice(at);
}

function collapseText(tag: string, text: string): string {
  if (tag !== 'css') return text.replaceAll(/[ \t\r\n]+/g, ' ');
  const bare = text.replaceAll(/\/\*.*?\*\//gs, ' ');
  return bare.replaceAll(CSS_SPACE, (_, ...kept: (string | undefined)[]) => {
    const [quoted, mark, colon] = kept;
    return quoted ?? mark ?? colon ?? ' ';
  });
}

/** What stands in quotes; a mark that needs no space beside it; a colon before a value; other space. */
const CSS_SPACE = /("[^"]*"|'[^']*')|\s*(?:;\s*(?=\}))?([{};,])\s*|(:)\s+|\s+/g;

function countLines(text: string): number {
  return text.split('\n').length;
}

/** The pieces of text between the `${}` of each template, in the order of the source. */
function findTexts(code: string): { tag: string; start: number; end: number }[] {
  const found: { tag: string; start: number; end: number }[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || !TAGS.has(tag.name)) return;
      for (const { start, end } of quasi.quasis) found.push({ tag: tag.name, start, end });
    },
  }).visit(parseSync('module.js', code).program);
  return found.toSorted((one, other) => one.start - other.start);
}

const TAGS: ReadonlySet<string> = new Set(['html', 'svg', 'css']);
