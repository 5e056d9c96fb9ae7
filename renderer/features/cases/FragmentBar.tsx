import { ListChecks, ListVideo, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../shared/contract/cases.ts';
import type { Fragment } from '../../../shared/contract/fragments.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { ChooseFragments } from './ChooseFragments.tsx';
import styles from './Cases.module.css';

interface FragmentBarProps {
  readonly kase: CaseDetail;
  readonly fragment: Fragment;
  readonly onFragment: (id: string) => void;
  readonly onPlayThis: () => void;
  readonly onPlayAll: () => void;
}

/** Which fragment of the case is looked at, and playing just this one or all in a row. */
export function FragmentBar({ kase, fragment, onFragment, onPlayThis, onPlayAll }: FragmentBarProps) {
  const { t } = useTranslation('cases');
  const [choosing, setChoosing] = useState(false);
  const choices = kase.fragments.map(({ id, name }) => ({ id, label: name }));
  return (
    <div className={styles.bar}>
      {choices.length > 1 ? (
        <Select
          label={t('panels.video')}
          hideLabel
          choices={choices}
          value={fragment.id}
          onChange={onFragment}
        />
      ) : (
        <strong className={styles.name}>{fragment.name}</strong>
      )}
      <IconButton icon={ListChecks} label={t('choose-fragments')} onPress={() => setChoosing(true)} />
      <Button size="s" icon={Play} onPress={onPlayThis}>
        {t('play-this')}
      </Button>
      {choices.length > 1 && (
        <Button size="s" icon={ListVideo} onPress={onPlayAll}>
          {t('play-all')}
        </Button>
      )}
      {choosing && <ChooseFragments kase={kase} onClose={() => setChoosing(false)} />}
    </div>
  );
}
