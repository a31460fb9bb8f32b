import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('the repository', () => {
  it('does not hold node_modules (take it out: git rm --cached node_modules; amend the commit)', () => {
    const tracked = execFileSync('git', ['ls-files', 'node_modules'], { encoding: 'utf8' });
    expect(tracked).toBe('');
  });
});
