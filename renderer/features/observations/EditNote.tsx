import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Observation } from '../../../shared/contract/observations.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import styles from './Observations.module.css';

interface EditNoteProps {
  readonly observation: Observation;
  readonly onSave: (change: Partial<Pick<Observation, 'text' | 'kind' | 'tag'>>) => void;
  readonly onDone: () => void;
}

/** A pause this long while editing is kept by itself; shorter ones would fill the history. */
const pauseMs = 2500;

/** Changing a note in its place. What is typed is kept by itself; every earlier wording stays in its history. */
export function EditNote({ observation, onSave, onDone }: EditNoteProps) {
  const { t } = useTranslation(['observations', 'common']);
  const [text, setText] = useState(observation.text);
  const [tag, setTag] = useState(observation.tag ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const kept = useRef({ text: observation.text, tag: observation.tag ?? '' });

  // An emptied note is not kept: it would be gone without a word. Removing has its own button, with an undo.
  const empty = text.trim() === '' && observation.drawing === null;
  const keep = useRef<(() => void) | null>(null);
  useEffect(() => {
    keep.current = () => {
      if (empty || (kept.current.text === text && kept.current.tag === tag)) return;
      kept.current = { text, tag };
      onSave({ text, tag: tag.trim() === '' ? null : tag.trim() });
    };
    const timer = setTimeout(() => keep.current?.(), pauseMs);
    return () => clearTimeout(timer);
  }, [text, tag, empty, onSave]);
  useEffect(() => () => keep.current?.(), []);

  const done = (): void => {
    keep.current?.();
    onDone();
  };
  return (
    <div className={styles.form}>
      <Segmented
        label={t('kind')}
        hideLabel
        value={observation.kind}
        onChange={(kind) => onSave({ kind })}
        choices={[
          { id: 'observation', label: t('common:kinds.observation') },
          { id: 'question', label: t('common:kinds.question') },
        ]}
      />
      <TextArea
        label={t('text')}
        hideLabel
        ref={field}
        value={text}
        maxLength={20_000}
        onChange={setText}
        onBlur={() => keep.current?.()}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
            event.preventDefault();
            done();
          }
        }}
      />
      {empty && <p className={styles.hint}>{t('empty-stays')}</p>}
      <div className={styles.row}>
        <div className={styles.tag}>
          <TextField
            label={t('tag')}
            hideLabel
            placeholder={t('tag')}
            value={tag}
            onChange={setTag}
            maxLength={60}
          />
        </div>
        <Button size="s" onPress={done}>
          {t('edit-done')}
        </Button>
      </div>
    </div>
  );
}
