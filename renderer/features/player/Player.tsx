import type { ReactNode } from 'react';
import type { Recording } from '../../../shared/contract/recordings.ts';
import { useAction, useCall } from '../../api/queries.ts';
import { useKeys } from '../../ui/keys/registry.ts';
import { toast } from '../../ui/toasts.ts';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { Picture } from './Picture.tsx';
import styles from './Player.module.css';
import type { PlayerControl } from './player-control.ts';
import { usePlayerKeys } from './player-keys.ts';
import { aspectOf } from './player-source.ts';
import { PlayerNotice } from './PlayerNotice.tsx';
import { TransportBar } from './TransportBar.tsx';
import { usePlayerState } from './use-player.ts';
import type { PictureZooming } from './use-picture-zoom.ts';

interface PlayerProps {
  readonly control: PlayerControl;
  readonly recording: Recording;
  /** Lies over the picture and moves with its zoom: a drawing. */
  readonly overlay?: ReactNode;
  /** True while one draws: the picture then stands still under the hand. */
  readonly drawing?: boolean;
  /** Further buttons beside ours. */
  readonly buttons?: ReactNode;
  /** False where the screen has two players and this one does not listen to keys. */
  readonly keys?: boolean;
}

/** The player: the picture with its controls, driven by its control. Fills the height it is given. */
export function Player({ control, recording, overlay, drawing = false, buttons, keys = true }: PlayerProps) {
  const settings = useCall('settings', 'get', {});
  const update = useAction('settings', 'update');
  const sentence = useErrorSentence();
  const failed = usePlayerState(control, (state) => state.failed);
  const waiting = usePlayerState(control, (state) => state.waiting);
  const boostDb = settings.data?.volumeBoostDb ?? 0;
  const aspect = aspectOf(recording);
  const onBoost = (db: number): void =>
    update.mutate({ volumeBoostDb: db }, { onError: (error) => toast(sentence(error), { tone: 'trouble' }) });
  return (
    <div className={styles.player}>
      <Picture
        control={control}
        boostDb={boostDb}
        aspect={aspect}
        overlay={overlay}
        drawing={drawing}
        notice={<PlayerNotice control={control} recording={recording} failed={failed} waiting={waiting} />}
      >
        {(zooming) => (
          <>
            <PlayerKeys control={control} zooming={zooming} active={keys} />
            <TransportBar control={control} zooming={zooming} boostDb={boostDb} onBoost={onBoost}>
              {buttons}
            </TransportBar>
          </>
        )}
      </Picture>
    </div>
  );
}

interface PlayerKeysProps {
  readonly control: PlayerControl;
  readonly zooming: PictureZooming;
  readonly active: boolean;
}

function PlayerKeys({ control, zooming, active }: PlayerKeysProps) {
  useKeys(usePlayerKeys(control, zooming), active);
  return null;
}
