import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../shared/contract/cases.ts';
import { useAction } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Cases.module.css';

/** The learning question, re-worded at any time; every wording stays with its moment. Give it the question as its key. */
export function LearningQuestion({ kase }: { readonly kase: CaseDetail }) {
  const { t, i18n } = useTranslation('cases');
  const word = useAction('cases', 'wordQuestion');
  const [text, setText] = useState(kase.question);
  const [history, setHistory] = useState(false);
  const keep = (): void => {
    if (text.trim() !== kase.question) word.mutate({ id: kase.id, text });
  };
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className={styles.learning}>
      <TextField
        label={t('question')}
        placeholder={t('question-placeholder')}
        value={text}
        onChange={setText}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
        maxLength={20_000}
      />
      <IconButton icon={History} label={t('question-history')} onPress={() => setHistory(true)} />
      {history && (
        <Dialog
          title={t('question-history')}
          isOpen
          onClose={() => setHistory(false)}
          actions={<Button onPress={() => setHistory(false)}>{t('close')}</Button>}
        >
          {kase.questionVersions.length < 2 && <p>{t('no-versions')}</p>}
          <ol className={styles.versions}>
            {kase.questionVersions.toReversed().map((version) => (
              <li key={version.at}>
                <span className={styles.facts}>
                  {t('question-version', { date: date.format(version.at) })}
                </span>
                <p>{version.text}</p>
              </li>
            ))}
          </ol>
        </Dialog>
      )}
    </div>
  );
}
