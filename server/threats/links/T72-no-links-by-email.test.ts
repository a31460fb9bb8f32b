import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORIGIN, setStage, type Stage } from '../../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

const NAMES = ['links', 'login-links', 'magic-links', 'magic-link', 'sign-in', 'login', 'recover'];
const PATHS = NAMES.flatMap((name) => [`/${name}`, `/v1/${name}`, `/v1/sessions/${name}`]);

describe('T72 T73 T74 T75 T76 T77 T78 links by email', () => {
  it.each(PATHS)('there is no %s, whoever asks for whom, and Stripe is not asked', async (path) => {
    stage.simulator.forgetRequests();
    const known = { email: stage.customers[0]?.email, next: 'https://evil.example' };
    for (const body of [known, { email: 'nobody@example.com' }]) {
      const request = new Request(`https://portal.example${path}`, {
        method: 'POST',
        headers: { origin: ORIGIN, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const answer = await stage.server.fetch(request);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('location')).toBeNull();
    }
    for (const method of ['GET', 'HEAD']) {
      const request = new Request(`https://portal.example${path}?token=abc`, { method });
      expect((await stage.server.fetch(request)).status).toBe(404);
    }
    expect(stage.simulator.requests()).toEqual([]);
  });

  it('nothing that could send an email is installed to run', async () => {
    const manifest = new URL('../../../package.json', import.meta.url);
    const { dependencies } = JSON.parse(await readFile(manifest, 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(Object.keys(dependencies)).toContain('stripe');
    expect(
      Object.keys(dependencies).filter((name) => /mail|smtp|postmark|resend|ses/.test(name)),
    ).toEqual([]);
  });
});
