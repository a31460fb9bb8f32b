import { readFileSync } from 'node:fs';
import { SetupError } from './portal-file.ts';

/** The text of the portal file, where there is a disk. @throws SetupError where it cannot be read. */
export function readTextFile(fileName: string): string {
  try {
    return readFileSync(fileName, 'utf8');
  } catch {
    throw new SetupError(`PORTICO_CONFIG: the file ${fileName} cannot be read.`);
  }
}
