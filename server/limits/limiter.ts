/** How often something may happen within a time. The time begins with the first of them. */
export interface Allowance {
  /** What is counted; two allowances with one name would count together. */
  name: string;
  times: number;
  seconds: number;
}

/** Counts by key. Two drivers: in this process, and in Redis for all instances together. */
export interface Limiter {
  /** Counts one more, also where it is one too many. Never rejects. */
  take(key: string): Promise<Taken>;
  /** Takes back what `take` counted, if the time that it was counted in still runs. Never rejects. */
  giveBack(key: string): Promise<void>;
}

export interface Taken {
  isOver: boolean;
  /** Until it counts from zero again. */
  waitMs: number;
}

export type CreateLimiter = (allowance: Allowance) => Limiter;

/** @param onTrouble hears that what is shared cannot be asked, and that it counts by itself now */
export type CreateSharedLimiter = (allowance: Allowance, onTrouble?: () => void) => Limiter;
