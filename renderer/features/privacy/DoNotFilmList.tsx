import { EyeOff, X } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassGroup } from '../../../shared/contract/privacy.ts';
import { useAction } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toasts.ts';
import styles from './Groups.module.css';

const empty = { initials: '', seat: '' };

/** Who of a group stays out of the picture, and where they sit. */
export function DoNotFilmList({ group }: { readonly group: ClassGroup }) {
  const { t } = useTranslation('privacy');
  const add = useAction('privacy', 'addDoNotFilm');
  const remove = useAction('privacy', 'removeDoNotFilm');
  const [pupil, setPupil] = useState(empty);
  const first = useRef<HTMLInputElement>(null);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (pupil.initials.trim() === '') return;
    add.mutate(
      { groupId: group.id, ...pupil },
      {
        onSuccess: () => {
          announce(t('pupil-added', { initials: pupil.initials }));
          setPupil(empty);
          // A whole list is typed in one go.
          first.current?.focus();
        },
      },
    );
  };
  const takeOff = ({ id, initials, seat }: ClassGroup['doNotFilm'][number]): void =>
    remove.mutate(
      { id },
      {
        onSuccess: () =>
          toast(t('pupil-removed', { initials }), {
            undo: () => add.mutate({ groupId: group.id, initials, seat }),
          }),
      },
    );
  const failure = add.error ?? remove.error;
  return (
    <div className={styles.list}>
      <h3 className={styles.listTitle}>
        <EyeOff aria-hidden />
        {t('list')}
      </h3>
      {group.doNotFilm.length === 0 ? (
        <p className={styles.none}>{t('list-none')}</p>
      ) : (
        <ul className={styles.pupils}>
          {group.doNotFilm.map((one) => (
            <li key={one.id} className={styles.pupil}>
              <strong>{one.initials}</strong>
              <span className={styles.seat}>{one.seat || t('seat-unknown')}</span>
              <IconButton
                icon={X}
                size="s"
                label={t('remove-pupil', { initials: one.initials })}
                onPress={() => takeOff(one)}
              />
            </li>
          ))}
        </ul>
      )}
      {failure && <ErrorNote error={failure} />}
      <form className={styles.addPupil} onSubmit={keep}>
        <TextField
          ref={first}
          label={t('initials')}
          value={pupil.initials}
          maxLength={12}
          onChange={(initials) => setPupil({ ...pupil, initials })}
        />
        <TextField
          label={t('seat')}
          value={pupil.seat}
          maxLength={60}
          placeholder={t('seat-example')}
          onChange={(seat) => setPupil({ ...pupil, seat })}
        />
        <Button type="submit" isDisabled={add.isPending}>
          {t('add-pupil')}
        </Button>
      </form>
    </div>
  );
}
