/** One structured line per event. Fields are chosen by the caller: never a whole Stripe object or error. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  fields?: Record<string, string | number | boolean | null | undefined>,
) => void;

/** A log of JSON lines; JSON escapes CR and LF, so a value cannot start a line of its own. */
export function createLog(write: (line: string) => void): Log {
  return (level, event, fields = {}) =>
    write(JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }));
}

/** For tests and for a portal inside another program that logs by itself. */
export const noLog: Log = () => {};
