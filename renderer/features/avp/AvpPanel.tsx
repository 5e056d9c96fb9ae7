import { BookOpen, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Avp } from '../../../shared/contract/avp.ts';
import { useAction, useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented, Switch } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import styles from './Avp.module.css';
import { AvpField, type CitationDoor } from './AvpField.tsx';
import { AvpMarks } from './AvpMarks.tsx';
import { avpParts, guideStops, type GuideStop } from './avp-parts.ts';
import { AvpSteps } from './AvpSteps.tsx';
import { WorkedExample } from './WorkedExample.tsx';

/** The third panel: the owner's plan, whole or one question at a time, with a worked example at hand. */
export function AvpPanel({
  caseId,
  citations,
}: {
  readonly caseId: string;
  readonly citations: CitationDoor;
}) {
  const { t } = useTranslation('avp');
  const avp = useCall('avp', 'get', { caseId });
  const share = useAction('avp', 'share');
  const [view, setView] = useState<'whole' | 'guide'>('whole');
  const [example, setExample] = useState(false);
  if (avp.isError) return <ErrorNote error={avp.error} onRetry={() => void avp.refetch()} />;
  if (!avp.data) return null;
  const plan = avp.data;
  const choices = [
    { id: 'whole', label: t('whole') },
    { id: 'guide', label: t('guide') },
  ] as const;
  return (
    <div className={styles.avp}>
      <div className={styles.head}>
        <Segmented label={t('view')} hideLabel choices={choices} value={view} onChange={setView} />
        <Button size="s" variant="quiet" icon={BookOpen} onPress={() => setExample(true)}>
          {t('example')}
        </Button>
      </div>
      {view === 'whole' ? (
        <Whole avp={plan} citations={citations} />
      ) : (
        <Guide avp={plan} citations={citations} />
      )}
      <div className={styles.share}>
        <Switch
          isSelected={plan.sharedWithTrio}
          onChange={(sharedWithTrio) => share.mutate({ id: plan.id, sharedWithTrio })}
        >
          {t('share.label')}
        </Switch>
        <p className={styles.help}>{t(plan.sharedWithTrio ? 'share.shared' : 'share.private')}</p>
      </div>
      {example && <WorkedExample onClose={() => setExample(false)} />}
    </div>
  );
}

interface PlanProps {
  readonly avp: Avp;
  readonly citations: CitationDoor;
}

function Whole({ avp, citations }: PlanProps) {
  const { t } = useTranslation('avp');
  return avpParts.map((part) => (
    <section key={part.id} className={styles.part}>
      <h3>{t(`parts.${part.id}`)}</h3>
      {part.fields.map((field) => (
        <AvpField key={field} avp={avp} field={field} citations={citations} />
      ))}
      {part.id === 'before' && (
        <>
          <AvpSteps avp={avp} />
          <AvpMarks avp={avp} />
        </>
      )}
    </section>
  ));
}

function Guide({ avp, citations }: PlanProps) {
  const { t } = useTranslation('avp');
  const [place, setPlace] = useState(0);
  const stop: GuideStop = guideStops[place] ?? 'situation';
  return (
    <section className={styles.part}>
      <p className={styles.help} aria-live="polite">
        {t('step-of', { step: place + 1, count: guideStops.length })}
      </p>
      {stop === 'steps' && <AvpSteps avp={avp} />}
      {stop === 'marks' && <AvpMarks avp={avp} />}
      {stop !== 'steps' && stop !== 'marks' && (
        <AvpField key={stop} avp={avp} field={stop} citations={citations} />
      )}
      {stop !== 'steps' && stop !== 'marks' && (
        <blockquote className={styles.aside}>
          <strong>{t('example')}</strong> {t(`example-text.${stop}`)}
        </blockquote>
      )}
      <div className={styles.guide}>
        <Button size="s" icon={ChevronLeft} isDisabled={place === 0} onPress={() => setPlace(place - 1)}>
          {t('previous')}
        </Button>
        <Button
          size="s"
          icon={ChevronRight}
          isDisabled={place === guideStops.length - 1}
          onPress={() => setPlace(place + 1)}
        >
          {t('next')}
        </Button>
      </div>
    </section>
  );
}
