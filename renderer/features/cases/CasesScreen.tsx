import { FilePlus2, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import { useAction, useCall } from '../../api/queries.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { toast } from '../../ui/toasts.ts';
import { useState } from 'react';
import styles from './Cases.module.css';
import { NewCase } from './NewCase.tsx';

/** All cases, the one last worked on first. */
export function CasesScreen() {
  const { t } = useTranslation('cases');
  const cases = useCall('cases', 'list', {});
  const [making, setMaking] = useState(false);
  if (cases.isError) return <ErrorNote error={cases.error} onRetry={() => void cases.refetch()} />;
  if (!cases.data) return null;
  return (
    <Screen
      title={t('title')}
      actions={
        cases.data.length > 0 && (
          <Button variant="primary" icon={FilePlus2} onPress={() => setMaking(true)}>
            {t('new')}
          </Button>
        )
      }
    >
      {cases.data.length === 0 ? (
        <EmptyState
          title={t('empty-title')}
          action={
            <LinkButton variant="primary" to="/recordings">
              {t('to-recordings')}
            </LinkButton>
          }
        >
          {t('empty')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {cases.data.map((one) => (
            <CaseRow key={one.id} one={one} />
          ))}
        </ul>
      )}
      {making && <NewCase onClose={() => setMaking(false)} />}
    </Screen>
  );
}

function CaseRow({ one }: { readonly one: CaseSummary }) {
  const { t, i18n } = useTranslation('cases');
  const remove = useAction('cases', 'remove');
  const restore = useAction('cases', 'restore');
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  const removeCase = (): void => {
    const undo = (): void => restore.mutate({ id: one.id });
    remove.mutate({ id: one.id }, { onSuccess: () => toast(t('removed', { title: one.title }), { undo }) });
  };
  return (
    <li className={styles.row}>
      <Link href={`/cases/${one.id}`} className={styles.link}>
        <strong>{one.title}</strong>
        <span className={styles.question}>{one.question || t('no-question')}</span>
        <span className={styles.facts}>
          {t('fragments', { count: one.fragmentCount })} ·{' '}
          {t('observations', { count: one.observationCount })} · {date.format(one.updatedAt)}
        </span>
      </Link>
      <IconButton icon={Trash2} label={t('remove')} onPress={removeCase} />
    </li>
  );
}
