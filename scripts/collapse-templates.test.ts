import { describe, expect, it } from 'vitest';
import { collapseModule } from './collapse-templates.ts';

const countLines = (text: string): number => text.split('\n').length;

describe('collapseModule', () => {
  it('leaves one space in markup wherever there was some, and none where there was none', () => {
    const code = 'html`<p>\n    ${price} / ${interval}\n  </p><b>${name}</b>`';
    expect(flat(collapseModule(code))).toBe('html`<p> ${price} / ${interval} </p><b>${name}</b>`');
  });

  it('reaches into templates within templates', () => {
    const code = 'html`<ul>\n  ${list.map((one) => html`\n  <li>  ${one}\n</li>`)}\n</ul>`';
    expect(flat(collapseModule(code))).toBe(
      'html`<ul> ${list.map((one) => html` <li> ${one} </li>`)} </ul>`',
    );
  });

  it('keeps every statement on its line', () => {
    const code = 'const a = html`\n  <p>\n\n  ${b}\n</p>`;\nthrow new Error();';
    const short = collapseModule(code);
    expect(countLines(short)).toBe(countLines(code));
    expect(short.split('\n').at(-1)).toBe('throw new Error();');
  });

  it('keeps non-breaking spaces, letters beyond ASCII and what is in other strings', () => {
    const code = "const é = '•  •';\nother`a  b`;\nhtml`•\u00a0\u00a0${é}  ü`;";
    expect(collapseModule(code)).toBe(
      "const é = '•  •';\nother`a  b`;\nhtml`•\u00a0\u00a0${é} ü`;",
    );
  });

  it('shortens CSS but for quotes, selectors and arithmetic', () => {
    const code = [
      "css`\n  /* Why: { it; } */\n  .a > b :hover,\n  [c='d ;  e'] f {",
      '    inline-size: calc(1em + 2px);\n    color: red;\n  }\n`',
    ];
    expect(flat(collapseModule(code.join('\n')))).toBe(
      "css` .a > b :hover,[c='d ;  e'] f{inline-size:calc(1em + 2px);color:red}`",
    );
  });
});

/** Without the line breaks that were moved out of the text. */
function flat(code: string): string {
  return code.replaceAll('\n', '');
}
