// Not translated yet: English stands in.
export { en as es } from './en.ts';
