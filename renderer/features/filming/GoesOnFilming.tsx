import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { call } from '../../api/client.ts';
import { announce } from '../../ui/announcer.tsx';
import { useErrorSentence } from '../../ui/error-sentence.ts';
import { toast } from '../../ui/toasts.ts';
import { capture, useCapture } from './capture/the-capture.ts';
import { devicesOf } from './setup/chosen-devices.ts';

/**
 * Stands in the frame. After the page alone was restarted main still films: goes on at once, in a new segment, and
 * shows it. Says what went wrong while filming to who listens, whatever screen is open.
 */
export function GoesOnFilming() {
  const { t } = useTranslation('filming');
  const [, go] = useLocation();
  const sentence = useErrorSentence();
  const trouble = useCapture(({ trouble }) => trouble);
  useEffect(() => {
    if (trouble) announce(t(`trouble.${trouble.kind}`));
  }, [trouble, t]);
  useEffect(() => {
    const goOn = async (): Promise<void> => {
      const running = (await call('filming', 'list', {})).find(({ state }) =>
        /^(filming|paused)$/.test(state),
      );
      if (!running) return;
      go('/film');
      const setup = await call('filming', 'setup', {});
      await capture.takeUp(running, devicesOf(setup), setup.soundOnTrouble);
    };
    goOn().catch((error: unknown) => toast(sentence(error), { tone: 'trouble' }));
    // Once, when the page begins.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return null;
}
