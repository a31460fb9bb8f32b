import { fstatSync } from 'node:fs';
import net from 'node:net';
import { pino } from 'pino';
import type { Log } from '../log.ts';

export interface LineLog {
  log: Log;
  /** Waits until the lines are out, but no longer than half a second. */
  flush: () => Promise<void>;
}

/** Where lines go. Never waits: beyond this many bytes that nobody takes, lines are dropped. */
interface Sink {
  write(line: string): void;
  flush(done: () => void): void;
}

const MAX_WAITING_BYTES = 1024 * 1024;
const FLUSH_MS = 500;

/** JSON lines on a file descriptor, by default the standard output. */
export function createPinoLog(descriptor = 1): LineLog {
  const sink = openSink(descriptor);
  const logger = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    sink,
  );
  return {
    log: (level, event, fields = {}) => logger[level](fields, event),
    flush: () =>
      new Promise((resolve) => {
        setTimeout(resolve, FLUSH_MS).unref();
        sink.flush(resolve);
      }),
  };
}

function openSink(descriptor: number): Sink {
  const kind = fstatSync(descriptor);
  return kind.isFIFO() || kind.isSocket() ? pipeSink(descriptor) : fileSink(descriptor);
}

/**
 * To another program. `process.stdout` writes to a pipe synchronously, so a reader that hangs would
 * stop the server; a thread that writes would hold up its end. A socket of our own does neither.
 */
function pipeSink(fd: number): Sink {
  const socket = new net.Socket({ fd, readable: false, writable: true });
  let dropped = 0;
  // Whoever read has gone. There is nobody left to tell.
  socket.on('error', () => {});
  socket.unref();
  const write = (line: string): void => {
    if (socket.writableLength > MAX_WAITING_BYTES) dropped += 1;
    else socket.write(line);
  };
  socket.on('drain', () => {
    if (dropped === 0) return;
    const time = new Date().toISOString();
    const line = { level: 'warn', time, event: 'log lines dropped', count: dropped };
    dropped = 0;
    write(`${JSON.stringify(line)}\n`);
  });
  return {
    write,
    flush: (done) => void socket.write('', done),
  };
}

function fileSink(dest: number): Sink {
  // With a `minLength` of 0 its flush would not wait.
  const options = { dest, sync: false, minLength: 1, maxLength: MAX_WAITING_BYTES };
  const stream = pino.destination(options);
  return {
    write: (line) => void stream.write(line),
    flush: (done) => stream.flush(() => done()),
  };
}
