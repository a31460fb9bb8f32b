import { describe, expect, it } from 'vitest';
import type { Problem } from '../../contract/problems.ts';
import { Format } from '../format.ts';
import { loadMessages, Translator } from '../i18n/messages.ts';
import { failureText } from './failure-note.ts';

const tooMany: Problem = {
  type: 'about:blank#too-many-requests',
  code: 'too-many-requests',
  title: 'Too many requests',
  status: 429,
  requestId: 'r-1',
};

async function said(language: 'en' | 'de' | 'ar', problem: Problem): Promise<string> {
  const words = new Translator(language, await loadMessages(language));
  const portal = { words, format: new Format(language) };
  return failureText(portal, { kind: 'problem', problem, isMutation: true });
}

describe('failureText', () => {
  it('says when it is worth another try, and that nothing was charged', async () => {
    const later = { ...tooMany, retryAfterS: 1_800 };
    expect(await said('en', later)).toBe(
      'This was done very often in a short time. Please try again in 30 minutes. Nothing was charged.',
    );
    expect(await said('de', later)).toContain('in 30 Minuten');
    expect(await said('ar', later)).toContain('خلال 30 دقيقة');
  });

  it('says a minute where the answer does not say it', async () => {
    expect(await said('en', tooMany)).toContain('in 60 seconds');
  });
});
