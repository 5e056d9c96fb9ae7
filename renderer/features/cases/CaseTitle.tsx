import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../shared/contract/cases.ts';
import { useAction } from '../../api/queries.ts';
import styles from './Cases.module.css';

/** The name of the case, changed where it stands. Give it the title as its key: a new title is a new start. */
export function CaseTitle({ kase }: { readonly kase: CaseDetail }) {
  const { t } = useTranslation('cases');
  const rename = useAction('cases', 'rename');
  const [title, setTitle] = useState(kase.title);
  const keep = (): void => {
    const name = title.trim();
    if (name === '') setTitle(kase.title);
    else if (name !== kase.title) rename.mutate({ id: kase.id, title: name });
  };
  return (
    <h1 className={styles.title}>
      <input
        className={styles.titleField}
        aria-label={t('rename')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTitle(kase.title);
        }}
      />
    </h1>
  );
}
