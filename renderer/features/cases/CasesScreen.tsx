import { FilePlus2, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import { useAction } from '../../api/queries.ts';
import { usePages } from '../../api/use-pages.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { toast } from '../../ui/toasts.ts';
import { useState } from 'react';
import styles from './Cases.module.css';
import { NewCase } from './NewCase.tsx';

const rowPx = 108;

/** All cases, the one last worked on first. */
export function CasesScreen() {
  const { t } = useTranslation('cases');
  const { total, at, error, isPending, onShown } = usePages('cases');
  const [making, setMaking] = useState(false);
  if (error) return <ErrorNote error={error} />;
  if (isPending) return null;
  return (
    <Screen
      title={t('title')}
      fills
      actions={
        total > 0 && (
          <Button variant="primary" icon={FilePlus2} onPress={() => setMaking(true)}>
            {t('new')}
          </Button>
        )
      }
    >
      {total === 0 ? (
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
        <LongList total={total} rowPx={rowPx} onShown={onShown}>
          {(index) => <CaseRow one={at(index)} />}
        </LongList>
      )}
      {making && <NewCase onClose={() => setMaking(false)} />}
    </Screen>
  );
}

function CaseRow({ one }: { readonly one: CaseSummary | undefined }) {
  const { t, i18n } = useTranslation('cases');
  const remove = useAction('cases', 'remove');
  const restore = useAction('cases', 'restore');
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  if (!one) return <div className={styles.row} style={{ minHeight: rowPx }} />;
  const removeCase = (): void => {
    const undo = (): void => restore.mutate({ id: one.id });
    remove.mutate({ id: one.id }, { onSuccess: () => toast(t('removed', { title: one.title }), { undo }) });
  };
  return (
    <div className={styles.row}>
      <Link href={`/cases/${one.id}`} className={styles.link}>
        <strong>{one.title}</strong>
        <span className={styles.question}>{one.question || t('no-question')}</span>
        <span className={styles.facts}>
          {t('fragments', { count: one.fragmentCount })} ·{' '}
          {t('observations', { count: one.observationCount })} · {date.format(one.updatedAt)}
        </span>
      </Link>
      <IconButton icon={Trash2} label={t('remove')} onPress={removeCase} />
    </div>
  );
}
