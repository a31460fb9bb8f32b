// Not translated yet: English stands in.
export { en as it } from './en.ts';
