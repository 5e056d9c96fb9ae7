import type { EventName, EventPayload, Entity } from '../../shared/contract/events.ts';

/** Tells the page what it did not ask for. Handed to services, so that none of them knows a window. */
export interface Broadcast {
  send<E extends EventName>(name: E, payload: EventPayload<E>): void;
  changed(entity: Entity, ids?: readonly string[]): void;
}

type Sink = (name: string, payload: unknown) => void;

/** Makes the broadcaster over a sink that reaches every open window. */
export function createBroadcast(sink: Sink): Broadcast {
  return {
    send: (name, payload) => sink(name, payload),
    changed: (entity, ids = []) => sink('dataChanged', { entity, ids: [...ids] }),
  };
}
