import type { Hono } from 'hono';
import { ProblemError, problemResponse } from '../problem.ts';

/**
 * Whatever no route has answered: 405 with the methods that there are where the path is known, and
 * 404 elsewhere. What a header says about the method (`X-HTTP-Method-Override`) changes nothing.
 * To be added last.
 */
export function otherMethods(app: Hono): void {
  for (const [path, methods] of methodsByPath(app)) {
    const allow = [...methods].toSorted().join(', ');
    app.all(path, function refuseMethod() {
      return problemResponse(new ProblemError('method-not-allowed'), crypto.randomUUID(), {
        allow,
      });
    });
  }
  app.notFound(() => problemResponse(new ProblemError('not-found'), crypto.randomUUID()));
}

function methodsByPath(app: Hono): Map<string, Set<string>> {
  const paths = new Map<string, Set<string>>();
  for (const { path, method } of app.routes) {
    const methods = paths.get(path) ?? new Set();
    paths.set(path, methods.add(method));
    if (method === 'GET') methods.add('HEAD');
  }
  return paths;
}
