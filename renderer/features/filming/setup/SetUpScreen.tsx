import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Video } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asking, useCall } from '../../../api/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Screen } from '../../../ui/Screen.tsx';
import { usePeople } from '../../people/index.ts';
import { CaptureError } from '../capture/capture.ts';
import { capture, useCapture } from '../capture/the-capture.ts';
import { devicesOf } from './chosen-devices.ts';
import { LessonForm, type Lesson } from './LessonForm.tsx';
import { lengthWords, lessonTitle } from './lesson-words.ts';
import { OtherWay } from './OtherWay.tsx';
import { PlannedLength } from './PlannedLength.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { RoomNotes } from './RoomNotes.tsx';
import styles from './SetUpScreen.module.css';
import { useFormat } from './use-format.ts';
import { usePreview } from './use-preview.ts';
import { useSetUp } from './use-set-up.ts';
import { whyNot } from './why-not.ts';

/** Disk and power are looked at again this often, while someone sets up. */
const lookAgainMs = 10_000;

/** Ready to film in under a minute: look, listen, say whose lesson it is, start. */
export function SetUpScreen() {
  const { t, i18n } = useTranslation(['filming', 'common']);
  const { setup, error, keep } = useSetUp();
  const { current } = usePeople();
  const { data: groups = [] } = useCall('privacy', 'groups', {});
  const devices = useMemo(() => setup && devicesOf(setup), [setup]);
  const preview = usePreview(devices ?? null);
  const { format, error: formatError } = useFormat(preview.stream);
  const [began] = useState(() => Date.now());
  const [said, setSaid] = useState<Partial<Lesson>>({});
  const [plannedMs, setPlannedMs] = useState<number | null>(null);
  const isStarting = useCapture(({ phase }) => phase !== 'idle');
  const failure = useCapture((state) => state.error);
  const lesson: Lesson = {
    title: lessonTitle(began, i18n.language, t),
    ownerId: current?.id ?? null,
    groupId: null,
    policySeen: false,
    ...said,
  };
  const bitsPerSecond = format?.bitsPerSecond ?? null;
  const { data: room } = useQuery({
    ...asking('filming', 'room', { plannedMs, bitsPerSecond: bitsPerSecond ?? 1_000_000 }),
    enabled: bitsPerSecond !== null,
    refetchInterval: lookAgainMs,
    placeholderData: keepPreviousData,
  });
  const why = whyNot({
    ...lesson,
    hasDevice: format !== null,
    group: groups.find(({ id }) => id === lesson.groupId) ?? null,
    room,
  });
  const start = (): void => {
    if (!devices || !setup || why) return;
    const { title, ownerId, groupId } = lesson;
    const filmedById = current && ownerId !== null && ownerId !== current.id ? current.id : null;
    const { soundOnTrouble } = setup;
    preview.desk.handOver();
    const plan = { title: title.trim(), ownerId, filmedById, groupId, plannedMs, devices, soundOnTrouble };
    // What failed stands in the capture's state; the devices were let go and are asked again.
    capture.begin(plan, preview.stream).catch(() => preview.desk.takeBack());
  };
  const whyWords = (): string | null => {
    if (why === null || preview.isOpening) return null;
    return why === 'room'
      ? t('room.refuse', { left: lengthWords(room?.leftMs ?? 0, t) })
      : t(`cannot.${why}`);
  };
  const captureTrouble = formatError ?? failure;
  return (
    <Screen title={t('title')} audience={t('audience')} actions={<OtherWay />} fills>
      <div className={styles.setup}>
        {setup && <PreviewPane preview={preview} setup={setup} format={format} onKeep={keep} />}
        <section className={styles.side} aria-label={t('lesson')}>
          <div className={styles.form}>
            {error !== null && <ErrorNote error={error} />}
            {captureTrouble instanceof CaptureError ? (
              <p className={styles.caution} role="alert">
                {t(`device-trouble.${captureTrouble.kind}`)}
              </p>
            ) : (
              captureTrouble !== null && <ErrorNote error={captureTrouble} />
            )}
            <LessonForm
              lesson={lesson}
              groups={groups}
              onChange={(change) => setSaid((old) => ({ ...old, ...change }))}
            />
            <PlannedLength value={plannedMs} onChange={setPlannedMs} />
            <RoomNotes room={room} plannedMs={plannedMs} />
          </div>
          <div className={styles.start}>
            <Button
              variant="primary"
              size="l"
              icon={Video}
              isDisabled={why !== null || isStarting}
              onPress={start}
            >
              {t('start')}
            </Button>
            <output className={styles.small}>{whyWords()}</output>
          </div>
        </section>
      </div>
    </Screen>
  );
}
