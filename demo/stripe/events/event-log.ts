import { longId } from '../core/ids.ts';
import { noSuch } from '../wire/fault.ts';
import type { StoredEvent } from './event.ts';

const KEPT_SECONDS = 30 * 86_400;

export type EventListener = (event: StoredEvent) => void;

/** The events of the last thirty days of simulated time, oldest first. */
export class EventLog {
  readonly #events = new Map<string, StoredEvent>();
  readonly #listeners: EventListener[] = [];

  add(news: Omit<StoredEvent, 'id' | 'pendingWebhooks'>): StoredEvent {
    const event: StoredEvent = { ...news, id: longId('evt'), pendingWebhooks: 0 };
    this.#forgetBefore(event.recordedAt - KEPT_SECONDS);
    this.#events.set(event.id, event);
    for (const listener of this.#listeners) listener(event);
    return event;
  }

  /** @throws 404 for an event that never was, or is older than thirty days. */
  get(id: string, now: number): StoredEvent {
    const event = this.#events.get(id);
    if (event === undefined || event.recordedAt < now - KEPT_SECONDS) throw noSuch('event', id);
    return event;
  }

  newest(now: number): StoredEvent[] {
    return [...this.#events.values()]
      .filter(({ recordedAt }) => recordedAt >= now - KEPT_SECONDS)
      .toReversed();
  }

  /** Listeners run before time goes on; they change no row. */
  onEvent(listener: EventListener): void {
    this.#listeners.push(listener);
  }

  clear(): void {
    this.#events.clear();
  }

  #forgetBefore(time: number): void {
    for (const [id, event] of this.#events) {
      if (event.recordedAt >= time) return;
      this.#events.delete(id);
    }
  }
}
