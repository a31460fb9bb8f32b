// Not translated yet: English stands in.
export { en as fr } from './en.ts';
