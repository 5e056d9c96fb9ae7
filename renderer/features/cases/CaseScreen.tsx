import { Clapperboard, ClipboardList, Eye } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../shared/contract/cases.ts';
import { useCall } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Triptych } from '../../ui/triptych/Triptych.tsx';
import { AvpPanel, type CitationDoor } from '../avp/index.ts';
import { CaseTitle } from './CaseTitle.tsx';
import { ChooseFragments } from './ChooseFragments.tsx';
import { FragmentTable, type Opening } from './FragmentTable.tsx';
import { LearningQuestion } from './LearningQuestion.tsx';
import styles from './Cases.module.css';

/** The triptych: the fragment, what is seen and heard in it, and the owner's plan. */
export function CaseScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  const kase = useCall('cases', 'get', { id });
  const [chosen, setChosen] = useState<(Opening & { id: string }) | null>(null);
  if (kase.isError) {
    return (
      <Screen title={t('title')} back={{ to: '/cases', label: t('title') }}>
        <ErrorNote error={kase.error} onRetry={() => void kase.refetch()} />
      </Screen>
    );
  }
  if (!kase.data) return null;
  const { fragments } = kase.data;
  const fragment = fragments.find((one) => one.id === chosen?.id) ?? fragments[0];
  return fragment ? (
    <FragmentTable
      key={fragment.recordingId}
      kase={kase.data}
      fragment={fragment}
      onFragment={(next, how) => setChosen({ id: next, ...how })}
      playOn={chosen?.playOn ?? false}
      startMs={chosen?.startMs ?? null}
    >
      {(video, observations, citations) => (
        <OnTheTable kase={kase.data} {...{ video, observations, citations }} />
      )}
    </FragmentTable>
  ) : (
    <WithoutFragment kase={kase.data} />
  );
}

interface OnTheTableProps {
  readonly kase: CaseDetail;
  readonly video: ReactNode;
  readonly observations: ReactNode;
  readonly citations: CitationDoor;
}

function OnTheTable({ kase, video, observations, citations }: OnTheTableProps) {
  const { t } = useTranslation('cases');
  const avp = <AvpPanel caseId={kase.id} citations={citations} />;
  return (
    <Screen
      title={kase.title}
      head={<CaseTitle key={kase.title} kase={kase} />}
      back={{ to: '/cases', label: t('title') }}
      fills
    >
      <div className={styles.case}>
        <LearningQuestion key={kase.question} kase={kase} />
        <div className={styles.panels}>
          <Triptych
            name="case"
            panels={[
              {
                id: 'video',
                title: t('panels.video'),
                icon: Clapperboard,
                content: video,
                bare: true,
                share: 0.48,
              },
              {
                id: 'observations',
                title: t('panels.observations'),
                icon: Eye,
                content: observations,
                share: 0.25,
              },
              { id: 'avp', title: t('panels.avp'), icon: ClipboardList, content: avp, share: 0.3 },
            ]}
          />
        </div>
      </div>
    </Screen>
  );
}

/** A case may begin with its question or its plan; the fragment comes when it is chosen. */
function WithoutFragment({ kase }: { readonly kase: CaseDetail }) {
  const { t } = useTranslation('cases');
  const [choosing, setChoosing] = useState(false);
  const video = (
    <EmptyState
      title={t('no-fragment-title')}
      action={
        <Button variant="primary" onPress={() => setChoosing(true)}>
          {t('choose-fragments')}
        </Button>
      }
    >
      {t('no-fragment')}
    </EmptyState>
  );
  return (
    <>
      <OnTheTable kase={kase} video={video} observations={null} citations={noCitations} />
      {choosing && <ChooseFragments kase={kase} onClose={() => setChoosing(false)} />}
    </>
  );
}

const noCitations: CitationDoor = {
  here: () => null,
  nameOf: () => null,
  signOf: () => '…',
  go: () => undefined,
};
