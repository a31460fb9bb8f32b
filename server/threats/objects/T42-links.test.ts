import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../../testing/stage.ts';
import { visit } from '../../testing/whole-visit.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());

describe('T42 links of another’s invoice; links where nobody asked for them', () => {
  it('another’s are not found', async () => {
    const { data } = await stage.stripe.invoices.list({ customer: stage.customerId('yearly') });
    const call = await stage.as('monthly');
    for (const { id = '' } of data) {
      const { status, problem } = await call('GET /v1/invoices/:id/links', { id });
      expect([status, problem.code]).toEqual([404, 'invoice-not-found']);
      expect(JSON.stringify(problem)).not.toContain('http');
    }
    expect(data.length).toBeGreaterThan(0);
  });

  it('own ones stand in no other answer, and in no line of the log', async () => {
    const visited = await visit(stage, 'two');
    const isClick = (name: string): boolean => name === 'GET /v1/invoices/:id/links';
    const asked = visited.filter(({ name }) => isClick(name));
    expect(asked.length).toBeGreaterThan(0);
    const links = asked.flatMap(({ body }) => Object.values(body as Record<string, string>));
    expect(links.filter((link) => link.startsWith('http')).length).toBeGreaterThan(1);
    const rest = visited.filter(({ name }) => !isClick(name)).map(({ body }) => body);
    expect(JSON.stringify(rest)).not.toMatch(/https?:|invoice\.stripe|\.pdf/);
    expect(stage.log.filter((line) => /invoice\.stripe|\.pdf|hosted/.test(line))).toEqual([]);
  });
});
