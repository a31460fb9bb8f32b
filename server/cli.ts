#!/usr/bin/env node
/** `portico secret [test|live]`: prints a new portal secret. */
import { makeSecret } from './auth/secrets.ts';

const [command, mode = 'test'] = process.argv.slice(2);

if (command === 'secret' && (mode === 'test' || mode === 'live')) {
  console.log(makeSecret(mode));
} else {
  console.error('Usage: portico secret [test|live]   prints a new portal secret');
  process.exitCode = 1;
}
