import { Scissors, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FrameClock } from '../../../shared/domain/frames.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { formatLength, formatTime } from '../timeline/index.ts';
import styles from './Fragments.module.css';
import type { Marks } from './use-marks.ts';

interface MarkBarProps {
  readonly marks: Marks;
  readonly clock: FrameClock;
  readonly onCreate: () => void;
}

/** Begin and end of what is being marked, and the one button that makes a fragment of it. */
export function MarkBar({ marks, clock, onCreate }: MarkBarProps) {
  const { t, i18n } = useTranslation('fragments');
  const { inFrame, outFrame } = marks.range;
  const time = (frame: number | null, seen: number): string =>
    frame === null ? t('not-set') : formatTime(clock.timeOf(frame + seen), i18n.language);
  const whole = inFrame !== null && outFrame !== null;
  return (
    <section className={styles.marks} aria-label={t('marking')}>
      <div className={styles.pair}>
        <Button onPress={marks.markIn}>
          <kbd>I</kbd> {t('begin')} <strong data-mark="in">{time(inFrame, 0)}</strong>
        </Button>
        <Button onPress={marks.markOut}>
          <kbd>O</kbd> {t('end')} <strong data-mark="out">{time(outFrame, -1)}</strong>
        </Button>
        {!marks.fragment && (inFrame !== null || outFrame !== null) && (
          <IconButton icon={X} label={t('clear')} onPress={marks.clear} />
        )}
      </div>
      {marks.fragment ? (
        <div className={styles.pair}>
          <p className={styles.words}>{t('adjusting-words', { name: marks.fragment.name })}</p>
        </div>
      ) : (
        <Button variant="primary" icon={Scissors} isDisabled={!whole} onPress={onCreate}>
          {whole
            ? t('create', {
                length: formatLength(clock.timeOf(outFrame) - clock.timeOf(inFrame), i18n.language),
              })
            : t('create-none')}
        </Button>
      )}
    </section>
  );
}
