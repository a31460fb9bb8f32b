/** Now, in whole Unix seconds. Passed in everywhere, so that tests can set it. */
export type Clock = () => number;

export const systemClock: Clock = () => Math.floor(Date.now() / 1000);
