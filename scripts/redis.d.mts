import type { ChildProcess } from 'node:child_process';

export interface RunningRedis {
  url: string;
  port: number;
  process: ChildProcess;
  stop: () => Promise<void>;
}

export function ensureRedis(): string;
export function startRedis(port?: number): Promise<RunningRedis>;
