export { playInARow } from './play-in-a-row.ts';
export { Player } from './Player.tsx';
export type { PlayerControl } from './player-control.ts';
export type { PlayerSource } from './player-source.ts';
export { usePlayerControl, usePlayerState } from './use-player.ts';
export { useSource } from './use-source.ts';
