export { playInARow } from './play-in-a-row.ts';
export { Player } from './Player.tsx';
export { aspectOf, type PlayerSource } from './player-source.ts';
export { usePlayerControl } from './use-player.ts';
export { useSource } from './use-source.ts';
