import { CircleAlert, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './ErrorNote.module.css';
import { useErrorSentence, type SayableError } from './error-sentence.ts';

interface ErrorNoteProps {
  readonly error: SayableError;
  readonly onRetry?: (() => void) | undefined;
}

/** What happened, that nothing is lost, what to do: the sentence of a failure, and a button where trying again helps. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const { t } = useTranslation('common');
  const sentence = useErrorSentence();
  return (
    <div className={styles.note} role="alert">
      <CircleAlert className={styles.icon} aria-hidden />
      <p>{sentence(error)}</p>
      {onRetry && (
        <Button size="s" icon={RotateCw} onPress={onRetry}>
          {t('try-again')}
        </Button>
      )}
    </div>
  );
}
