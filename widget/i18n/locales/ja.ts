// Not translated yet: English stands in.
export { en as ja } from './en.ts';
