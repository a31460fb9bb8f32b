// Not translated yet: English stands in.
export { en as nl } from './en.ts';
