// Not translated yet: English stands in.
export { en as ptBR } from './en.ts';
