/** `npm run check`: types, lint and format, within seconds. */
import { STATIC_CHECKS, run } from './steps.mjs';

const results = await Promise.all(Object.values(STATIC_CHECKS).map((command) => run(command)));
process.exitCode = results.every(Boolean) ? 0 : 1;
