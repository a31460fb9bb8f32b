#!/usr/bin/env node
/** `portico secret` and `portico doctor`: what is to be done before the server is started. */
import { parseArgs } from 'node:util';
import { makeSecret } from './auth/secrets.ts';
import { systemClock } from './clock.ts';
import { examine } from './doctor/examine.ts';
import { isHealthy, toText } from './doctor/report.ts';
import { createNodeAsk } from './stripe/http/node-ask.ts';
import { readTextFile } from './text-file.ts';

const HELP = `Usage: portico <command>

  portico secret [test|live]   prints a new portal secret
  portico doctor               looks at the settings in the environment, and at what they lead to:
                               Stripe, the key's permissions, the webhook, origins, Redis, the clock
      --json                   prints what it found as JSON
      --probe <url>            also asks your own endpoint that signs hashes to sign for a stranger,
                               as anybody on the internet can: it must not

The doctor changes nothing at Stripe. It ends with 1 where there is a problem.`;

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  // An option that is not known, or has no value.
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  process.exitCode = 1;
}

async function run(parameters: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: parameters,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      probe: { type: 'string' },
    },
  });
  const [command, mode = 'test', ...more] = positionals;
  if (values.help || command === 'help') return say(HELP);
  if (command === 'secret' && (mode === 'test' || mode === 'live') && more.length === 0) {
    return say(makeSecret(mode));
  }
  if (command === 'doctor' && positionals.length === 1) return await doctor(values);
  console.error(HELP);
  return 1;
}

async function doctor({ json, probe }: { json?: boolean; probe?: string }): Promise<number> {
  if (probe !== undefined && !/^https?:/.test(probe)) {
    console.error('--probe needs the address of your endpoint, like https://app.example.com/hash.');
    return 1;
  }
  const findings = await examine({
    environment: process.env,
    readFile: readTextFile,
    ask: createNodeAsk(),
    now: systemClock,
    probeUrl: probe ?? null,
  });
  say(json ? JSON.stringify(findings, null, 2) : toText(findings));
  return isHealthy(findings) ? 0 : 1;
}

function say(text: string): number {
  console.log(text);
  return 0;
}
