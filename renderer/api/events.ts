import { events, type EventName, type EventPayload } from '../../shared/contract/events.ts';
import { bridge } from './bridge.ts';

/** Hears one kind of event from main; payloads that do not fit the contract are not passed on. */
export function onEvent<E extends EventName>(name: E, heard: (payload: EventPayload<E>) => void): () => void {
  return bridge().subscribe((heardName, payload) => {
    if (heardName !== name) return;
    const parsed = events[name].safeParse(payload);
    if (parsed.success) heard(parsed.data as EventPayload<E>);
  });
}
