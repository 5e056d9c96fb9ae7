import { useCapture } from './capture/the-capture.ts';
import { EndedScreen } from './EndedScreen.tsx';
import { LiveScreen } from './live/index.ts';
import { SetUpScreen } from './setup/SetUpScreen.tsx';

/** Filming a lesson: setting up, from the moment main has the filming the screen while it runs, and what came of it. */
export function FilmScreen() {
  const isRunning = useCapture(({ filming }) => filming !== null);
  const ended = useCapture(({ ended }) => ended);
  if (isRunning) return <LiveScreen />;
  // The camera stays off until someone wants to film again.
  return ended ? <EndedScreen jobId={ended.jobId} reason={ended.reason} /> : <SetUpScreen />;
}
