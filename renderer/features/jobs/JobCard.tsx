import { Ban, CircleAlert, CircleCheck, Clock, Play, Scissors, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Job, JobKind, JobState } from '../../../shared/contract/jobs.ts';
import { useAction } from '../../api/queries.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { toast } from '../../ui/toasts.ts';
import styles from './JobCard.module.css';

const signs: Readonly<Record<JobState, LucideIcon>> = {
  queued: Clock,
  running: Clock,
  done: CircleCheck,
  failed: CircleAlert,
  cancelled: Ban,
  interrupted: CircleAlert,
};

/** Work whose result is a recording that can be opened. */
const makesRecording: ReadonlySet<JobKind> = new Set(['import', 'finish-filming']);

interface JobCardProps {
  readonly job: Job;
  /** The way on from a finished recording is the one thing to do next. */
  readonly leads?: boolean;
}

/** One piece of work: what, how far, how long still, and what can be done about it. */
export function JobCard({ job, leads }: JobCardProps) {
  const { t } = useTranslation(['jobs', 'common']);
  const sentence = useErrorSentence();
  const { id, kind, state, label, progress, leftMs, error } = job;
  const going = state === 'queued' || state === 'running';
  const needsSomeone = state === 'failed' || state === 'interrupted';
  const Sign = signs[state];
  return (
    <article className={cx(styles.card, needsSomeone && styles.waiting)} aria-label={label}>
      <Sign className={cx(styles.sign, styles[state])} aria-hidden />
      <div className={styles.words}>
        <p className={styles.label}>{label}</p>
        {state === 'running' ? (
          <ProgressBar label={t(`kinds.${kind}`)} value={progress} leftMs={leftMs} />
        ) : (
          <p className={styles.state}>
            {t(`kinds.${kind}`)} · {t(`states.${state}`)}
          </p>
        )}
        {error && needsSomeone && <p className={styles.trouble}>{sentence(error)}</p>}
      </div>
      <div className={styles.actions}>
        {state === 'done' && makesRecording.has(kind) && job.resultId && (
          <LinkButton
            to={`/recordings/${job.resultId}`}
            icon={Scissors}
            variant={leads ? 'primary' : 'secondary'}
          >
            {t('look-and-cut')}
          </LinkButton>
        )}
        <JobActions
          id={id}
          label={label}
          going={going}
          resumes={state === 'interrupted' || error?.retryable === true}
        />
      </div>
    </article>
  );
}

interface JobActionsProps {
  readonly id: string;
  readonly label: string;
  readonly going: boolean;
  readonly resumes: boolean;
}

function JobActions({ id, label, going, resumes }: JobActionsProps) {
  const { t } = useTranslation(['jobs', 'common']);
  const sentence = useErrorSentence();
  const cancel = useAction('jobs', 'cancel');
  const resume = useAction('jobs', 'resume');
  const dismiss = useAction('jobs', 'dismiss');
  const onError = (error: Error): void => toast(sentence(error), { tone: 'trouble' });
  if (going)
    return (
      <Button size="s" onPress={() => cancel.mutate({ id }, { onError })}>
        {t('common:cancel')}
      </Button>
    );
  return (
    <>
      {resumes && (
        <Button icon={Play} onPress={() => resume.mutate({ id }, { onError })}>
          {t('resume')}
        </Button>
      )}
      <IconButton
        icon={X}
        label={t('dismiss', { label })}
        size="s"
        onPress={() => dismiss.mutate({ id }, { onError })}
      />
    </>
  );
}
