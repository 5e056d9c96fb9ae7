import { useTranslation } from 'react-i18next';
import type { KeyBinding } from '../../ui/keys/registry.ts';
import type { PlayerControl } from './player-control.ts';
import type { PictureZooming } from './use-picture-zoom.ts';

/** The keys of the player, as they stand under `?`. */
export function usePlayerKeys(control: PlayerControl, zooming: PictureZooming): KeyBinding[] {
  const { t } = useTranslation('player');
  const group = t('keys.group');
  const key = (id: string, keys: string[], label: string, run: () => void, repeats = false): KeyBinding => ({
    id: `player.${id}`,
    keys,
    label,
    group,
    run,
    repeats,
  });
  const loop = (): void => {
    const { range, looping } = control.get();
    if (range) control.setLooping(!looping);
  };
  return [
    key('toggle', ['Space', 'k'], t('keys.toggle'), control.toggle),
    key('slower', ['j'], t('slower'), control.slower),
    key('faster', ['l'], t('faster'), control.faster),
    key('frame-back', ['ArrowLeft'], t('frame-back'), () => control.step(-1), true),
    key('frame-on', ['ArrowRight'], t('frame-on'), () => control.step(1), true),
    key('second-back', ['Shift+ArrowLeft'], t('second-back'), () => control.stepMs(-1000), true),
    key('second-on', ['Shift+ArrowRight'], t('second-on'), () => control.stepMs(1000), true),
    key('loop', ['Shift+l'], t('loop'), loop),
    key('mute', ['m'], t('mute'), () => control.setMuted(!control.get().muted)),
    key('zoom', ['z'], t('zoom.closer'), zooming.closer),
    key('zoom-out', ['Shift+z'], t('zoom.whole'), zooming.reset),
    key('pan-left', ['Alt+ArrowLeft'], t('zoom.left'), () => zooming.pan(1, 0), true),
    key('pan-right', ['Alt+ArrowRight'], t('zoom.right'), () => zooming.pan(-1, 0), true),
    key('pan-up', ['Alt+ArrowUp'], t('zoom.up'), () => zooming.pan(0, 1), true),
    key('pan-down', ['Alt+ArrowDown'], t('zoom.down'), () => zooming.pan(0, -1), true),
  ];
}
