// Not translated yet: English stands in.
export { en as pl } from './en.ts';
