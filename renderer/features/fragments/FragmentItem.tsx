import { Play, Repeat, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { formatLength, formatTime } from '../timeline/index.ts';
import { FragmentState } from './FragmentState.tsx';
import styles from './Fragments.module.css';

interface FragmentItemProps {
  readonly fragment: Fragment;
  readonly selected: boolean;
  readonly chosen: boolean;
  readonly onSelect: () => void;
  readonly onChoose: (chosen: boolean) => void;
  readonly onPlay: (loop: boolean) => void;
  readonly onRename: (name: string) => void;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

/** One fragment: its name, its ends, what happens to its file, and what can be done with it. */
export function FragmentItem(props: FragmentItemProps) {
  const { fragment, selected, chosen } = props;
  const { t, i18n } = useTranslation('fragments');
  const { name, inMs, outMs } = fragment;
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    const wanted = typed?.trim() ?? '';
    // An emptied name is no name: the one it had comes back.
    if (wanted !== '' && wanted !== name) props.onRename(wanted);
    setTyped(null);
  };
  const ends = t('ends', {
    from: formatTime(inMs, i18n.language),
    until: formatTime(outMs, i18n.language),
    length: formatLength(outMs - inMs, i18n.language),
  });
  return (
    <li className={styles.item} aria-current={selected || undefined} data-fragment={fragment.id}>
      <div className={styles.head}>
        <Checkbox isSelected={chosen} onChange={props.onChoose} aria-label={t('choose', { name })}>
          {null}
        </Checkbox>
        <div className={styles.name}>
          <TextField
            label={t('name')}
            hideLabel
            value={typed ?? name}
            maxLength={200}
            onFocus={props.onSelect}
            onChange={setTyped}
            onBlur={keep}
            onKeyDown={(event) => event.key === 'Enter' && keep()}
          />
        </div>
        <IconButton icon={Trash2} size="s" label={t('remove', { name })} onPress={props.onRemove} />
      </div>
      <p className={styles.ends}>{ends}</p>
      <div className={styles.actions}>
        <Button
          size="s"
          icon={Play}
          aria-label={t('play-name', { name })}
          onPress={() => props.onPlay(false)}
        >
          {t('play')}
        </Button>
        <Button
          size="s"
          variant="quiet"
          icon={Repeat}
          aria-label={t('loop-name', { name })}
          onPress={() => props.onPlay(true)}
        >
          {t('loop')}
        </Button>
        <Button size="s" variant="quiet" aria-pressed={selected} onPress={props.onSelect}>
          {selected ? t('adjusting') : t('adjust')}
        </Button>
      </div>
      <FragmentState fragment={fragment} onAgain={props.onAgain} />
    </li>
  );
}
