import { Clock, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';
import { formatTime } from '../timeline/index.ts';
import { holdsSomething } from './draft.ts';
import styles from './Observations.module.css';
import type { Noting } from './use-noting.ts';

/** Writing a note: what kind, the words, a tag and by whom. Enter keeps it. */
export function NoteForm({ noting }: { readonly noting: Noting }) {
  const { t } = useTranslation(['observations', 'common']);
  const { draft, bindField, type, save, error } = noting;
  return (
    <section className={styles.form} aria-label={t('form')}>
      <div className={styles.row}>
        <Segmented
          label={t('kind')}
          hideLabel
          value={draft.kind}
          onChange={noting.setKind}
          choices={[
            { id: 'observation', label: t('common:kinds.observation') },
            { id: 'question', label: t('common:kinds.question') },
          ]}
        />
        <Moment noting={noting} />
      </div>
      <TextArea
        ref={bindField}
        label={t('text')}
        hideLabel
        description={draft.atMs === null ? t('moment-none') : t('enter-keeps')}
        placeholder={t(`placeholder.${draft.kind}`)}
        rows={2}
        value={draft.text}
        maxLength={20_000}
        onChange={type}
        onKeyDown={(event) => {
          // The words stay; the keys of the player work again.
          if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          noting.save();
        }}
      />
      <div className={styles.row}>
        <TagField value={draft.tag ?? ''} onChange={noting.setTag} />
        <Author />
        <Button variant="primary" isDisabled={!holdsSomething(draft) || noting.saving} onPress={noting.save}>
          {t('keep')}
        </Button>
      </div>
      {error !== null && <ErrorNote error={error} onRetry={save} />}
    </section>
  );
}

/** The moment the note will have, and how to let go of it. */
function Moment({ noting }: { readonly noting: Noting }) {
  const { t, i18n } = useTranslation('observations');
  const { atMs, untilMs, drawing } = noting.draft;
  if (atMs === null) return null;
  const from = formatTime(atMs, i18n.language);
  const words =
    untilMs === null ? from : t('from-until', { from, until: formatTime(untilMs, i18n.language) });
  return (
    <p className={styles.moment}>
      <Clock aria-hidden />
      {noting.rangeOpen ? t('range-open', { from }) : words}
      {drawing && ` · ${t('drawing.short')}`}
      <IconButton icon={X} size="s" label={t('clear')} onPress={noting.clear} />
    </p>
  );
}

interface TagFieldProps {
  readonly value: string;
  readonly onChange: (tag: string) => void;
}

/** A tag in one's own words; tags used before are one press away. */
function TagField({ value, onChange }: TagFieldProps) {
  const { t } = useTranslation('observations');
  const [open, setOpen] = useState(false);
  const known = useCall('observations', 'tags', {});
  const fitting = (known.data ?? [])
    .filter((tag) => tag !== value && tag.toLowerCase().startsWith(value.toLowerCase()))
    .slice(0, 3);
  return (
    <div
      className={styles.tag}
      onFocus={() => setOpen(true)}
      onBlur={(event) => setOpen(event.currentTarget.contains(event.relatedTarget))}
    >
      <TextField
        label={t('tag')}
        hideLabel
        placeholder={t('tag')}
        value={value}
        onChange={onChange}
        maxLength={60}
      />
      {open && fitting.length > 0 && (
        <div className={styles.suggestions}>
          {fitting.map((tag) => (
            <Button
              key={tag}
              size="s"
              variant="quiet"
              aria-label={t('use-tag', { tag })}
              onPress={() => onChange(tag)}
            >
              {tag}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Who notes now; the same person as in the frame's "who is here". */
function Author() {
  const { t } = useTranslation('observations');
  const people = useCall('people', 'list', {});
  const settings = useCall('settings', 'get', {});
  const update = useAction('settings', 'update');
  const choices = (people.data ?? []).filter(({ archived }) => !archived);
  if (choices.length === 0) return null;
  return (
    <div className={styles.author}>
      <Select
        label={t('author')}
        hideLabel
        placeholder={t('author-short')}
        choices={choices.map(({ id, name }) => ({ id, label: name }))}
        value={settings.data?.currentPersonId ?? null}
        onChange={(currentPersonId) => update.mutate({ currentPersonId })}
      />
    </div>
  );
}
