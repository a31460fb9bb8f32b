import { afterEach, describe, expect, it } from 'vitest';
import { enFlows } from '../../../widget/i18n/locales/en-flows.ts';
import { en } from '../../../widget/i18n/locales/en.ts';
import { SUPPORTED_LOCALES } from '../../../widget/i18n/match.ts';
import { parsePortalFile, SetupError } from '../../portal-file.ts';
import { withPortalFile } from '../../testing/portal-file.ts';
import { setStage, type Stage } from '../../testing/stage.ts';
import { signHash } from '../../auth/signature.ts';

const KEYS = Object.keys({ ...en, ...enFlows });
const read = (texts: unknown) => parsePortalFile(JSON.stringify({ texts }, null, 2), 'portal.json');

function complaint(texts: unknown): string {
  try {
    read(texts);
    return 'none';
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  }
}

let stage: Stage | undefined;
afterEach(() => stage?.stop());

describe('T80 own words that nobody would ever see', () => {
  it.each([
    ['cancel.titel', 'Did you mean "cancel.title"?'],
    ['overview.Titel', 'Did you mean "overview.title"?'],
    ['cancel.something-new', 'There are: cancel.title, '],
    ['invoices.loaded.lots', 'There are: '],
    ['heading', 'Names begin with: label, '],
    ['', 'Names begin with: '],
  ])('stop the start: %j', (key, advice) => {
    const message = complaint({ de: { [key]: 'Ein Text' } });
    expect(message).toContain('portal.json, line 4, column 7: "texts.de" has no text ');
    expect(message).toContain(JSON.stringify(key));
    expect(message).toContain(advice);
    expect(message).not.toContain('Ein Text');
  });

  it('stop the start wherever a letter of a name is left out', () => {
    for (const key of KEYS) {
      const wrong = key.slice(0, -1);
      if (KEYS.includes(wrong)) continue;
      expect(complaint({ en: { [wrong]: 'x' } })).toMatch(/has no text .*Did you mean "/);
    }
  });

  it.each([
    ['sv', 'has no language "sv". Languages are: en, de, fr, '],
    ['xx', 'has no language "xx".'],
    ['english', 'has no language "english".'],
    ['zh-Hant', 'has no language "zh-Hant".'],
    ['en_GB', 'has no language "en_GB". Write "en-GB".'],
    ['EN', 'has no language "EN". Write "en".'],
    ['pt-br', 'has no language "pt-br". Write "pt-BR".'],
    ['de-Cyrl', 'has no language "de-Cyrl".'],
    ['', 'has no language "".'],
  ])(
    'in a language that there is not, or that nobody spells so, stop the start: %j',
    (tag, advice) => {
      expect(complaint({ [tag]: { 'overview.title': 'x' } })).toContain(advice);
    },
  );

  it('that are too long stop the start', () => {
    expect(complaint({ en: { 'overview.title': 'x'.repeat(2_001) } })).toContain('2000 characters');
  });
});

describe('T80 own words that somebody will see', () => {
  it('are taken under every name, as a whole and one form at a time, in every language', () => {
    for (const tag of [...SUPPORTED_LOCALES, 'en-GB', 'de-AT', 'pt', 'es-419', 'ja-JP']) {
      const words = Object.fromEntries(KEYS.map((key) => [key, 'x']));
      expect(read({ [tag]: words }).get('default')?.texts).toEqual({ [tag]: words });
    }
    for (const form of ['zero', 'one', 'two', 'few', 'many', 'other']) {
      expect(complaint({ ar: { [`invoices.loaded.${form}`]: 'x' } })).toBe('none');
    }
  });

  it('reach the browser to the letter, whatever they would like to be', async () => {
    const texts = {
      en: {
        'overview.title': '</script><img src=x onerror=alert(1)>',
        'cancel.title': '{__proto__} {cuont} %s ${a}',
        'action.back': 'a\r\n\u0000\u001b[2J\u202eb\ud800',
      },
    };
    stage = await setStage(await withPortalFile({ texts }));
    const customerId = stage.customerId('monthly');
    const hash = await signHash(stage.secret, { type: 'customer', id: customerId }, null);
    const { body } = await stage.call()('POST /v1/sessions', { body: { customerId, hash } });
    expect(body.portal.texts).toEqual(texts);
  });
});
