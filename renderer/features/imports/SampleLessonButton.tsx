import { useMutation } from '@tanstack/react-query';
import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { call } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { toast } from '../../ui/toasts.ts';
import { showStarted } from './offer-store.ts';

/** Brings in the sample lesson at once, or opens it when it is already there. */
export function SampleLessonButton() {
  const { t } = useTranslation('imports');
  const [, go] = useLocation();
  const sentence = useErrorSentence();
  const sample = useMutation({
    mutationFn: async () => {
      const { id: offerId, clips } = await call('imports', 'sampleLesson', {});
      const known = clips.find(({ alreadyImportedAs }) => alreadyImportedAs !== null)?.alreadyImportedAs;
      if (known) return `/recordings/${known}`;
      const clipIds = clips.map(({ id }) => id);
      const title = t('sample-title');
      showStarted((await call('imports', 'start', { offerId, clipIds, title, ownerId: null })).jobIds);
      return '/bring-in';
    },
    onSuccess: (place) => go(place),
    onError: (error) => toast(sentence(error), { tone: 'trouble' }),
  });
  return (
    <Button icon={GraduationCap} isDisabled={sample.isPending} onPress={() => sample.mutate()}>
      {t('sample')}
    </Button>
  );
}
