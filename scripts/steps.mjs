import { spawn } from 'node:child_process';

/** The checks that need no build and no browser, by name. */
export const STATIC_CHECKS = {
  types: ['tsc', '-p', '.'],
  lint: ['oxlint', '--type-aware', '--deny-warnings'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
};

/**
 * Runs a program of node_modules/.bin with its output on ours.
 * @returns {Promise<boolean>} whether it succeeded
 */
export function run([command, ...args], environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, args, {
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    });
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
