import { LOG_FIELDS, type Log, type LogFields } from '../log.ts';
import { redact } from './redact.ts';

const MAX_EVENT = 100;

/**
 * The same log without secrets: only fields of the list, no longer than they may be, on one line.
 * A log that fails costs its line, and nobody's request.
 */
export function redacting(log: Log): Log {
  return (level, event, fields) => {
    try {
      log(level, redact(event, MAX_EVENT), fields === undefined ? fields : clean(fields));
    } catch {
      // There is nobody to tell.
    }
  };
}

function clean(fields: LogFields): LogFields {
  const kept: LogFields = {};
  for (const [name, value] of Object.entries(fields)) {
    // What stands in an error of Stripe's is whatever its sender wrote, whatever the types say.
    if (value === undefined || (typeof value === 'object' && value !== null)) continue;
    if (!isField(name)) continue;
    kept[name] = typeof value === 'string' ? redact(value, LOG_FIELDS[name]) : value;
  }
  return kept;
}

function isField(name: string): name is keyof LogFields {
  return Object.hasOwn(LOG_FIELDS, name);
}
