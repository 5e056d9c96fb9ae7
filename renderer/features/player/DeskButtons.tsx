import { Camera, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../api/queries.ts';
import { IconButton, IconToggle } from '../../ui/IconButton.tsx';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { useKeys } from '../../ui/keys/registry.ts';
import { toast } from '../../ui/toasts.ts';
import type { PlayerControl } from './player-control.ts';

interface DeskButtonsProps {
  readonly control: PlayerControl;
  readonly recordingId: string;
  readonly drawing: boolean;
  readonly onDrawing: (drawing: boolean) => void;
}

/** Still as picture, and drawing on the picture. */
export function DeskButtons({ control, recordingId, drawing, onDrawing }: DeskButtonsProps) {
  const { t } = useTranslation('player');
  const saveAs = useAction('stills', 'saveAs');
  const sentence = useErrorSentence();
  const still = (): void => {
    control.pause();
    const { clock } = control.source;
    const { frame } = control.get();
    // The middle of the frame: its rounded start may belong to the frame before.
    const atMs = Math.round((clock.timeOf(frame) + clock.timeOf(frame + 1)) / 2);
    saveAs.mutate(
      { recordingId, atMs },
      {
        onSuccess: (saved) => saved && toast(t('still-saved', { name: saved.name })),
        onError: (error) => toast(sentence(error), { tone: 'trouble' }),
      },
    );
  };
  const group = t('keys.group');
  useKeys([
    { id: 'desk.still', keys: ['s'], label: t('still'), group, run: still },
    { id: 'desk.draw', keys: ['d'], label: t('draw'), group, run: () => onDrawing(!drawing) },
  ]);
  return (
    <>
      <IconButton
        icon={Camera}
        label={t('still')}
        shortcut="S"
        onPress={still}
        isDisabled={saveAs.isPending}
      />
      <IconToggle
        icon={PencilLine}
        label={t('draw')}
        shortcut="D"
        isSelected={drawing}
        onChange={onDrawing}
      />
    </>
  );
}
