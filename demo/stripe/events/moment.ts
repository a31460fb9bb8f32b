import type { World } from '../core/world.ts';

/** Something that is told though no object changes by it: a date that draws near, or has passed. */
export interface Moment {
  id: string;
  created: number;
  type: string;
  /** The object whose moment it is. */
  object: string;
  /** What made it come, so that it is told once for each: the end of a trial, a due date … */
  occasion: number;
  times: number;
  /** The object at that moment. */
  shown: object;
}

export function momentId(type: string, object: string): string {
  return `${type} ${object}`;
}

export function isTold(world: World, type: string, object: string, occasion: number): boolean {
  return world.store.moments.find(momentId(type, object))?.occasion === occasion;
}
