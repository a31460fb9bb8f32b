// Not translated yet: English stands in.
export { en as ar } from './en.ts';
