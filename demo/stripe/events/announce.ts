import type { World } from '../core/world.ts';
import { momentId } from './moment.ts';
import type { Moment } from './moment.ts';
import { objectOf } from './tell.ts';

export interface Announcement {
  type: string;
  object: string;
  occasion?: number;
}

/** Tells of it when the work that it is a part of is certain. */
export function announce(
  world: World,
  { type, object, occasion = world.clock.now() }: Announcement,
): void {
  const old = world.store.moments.find(momentId(type, object));
  const shown = objectOf(world, type, object);
  put(world, { type, object, occasion, shown, times: (old?.times ?? 0) + 1 });
}

/** The occasion has passed without anything to tell. */
export function passOver(
  world: World,
  { type, object, occasion = world.clock.now() }: Announcement,
): void {
  const old = world.store.moments.find(momentId(type, object));
  put(world, { type, object, occasion, shown: old?.shown ?? {}, times: old?.times ?? 0 });
}

function put(world: World, moment: Omit<Moment, 'id' | 'created'>): void {
  const { moments } = world.store;
  const id = momentId(moment.type, moment.object);
  if (moments.find(id) !== undefined) moments.update(id, moment);
  else moments.insert({ ...moment, id, created: world.clock.now() });
}
