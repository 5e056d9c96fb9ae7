import { useCapture } from './capture/the-capture.ts';
import { LiveScreen } from './live/index.ts';
import { SetUpScreen } from './setup/SetUpScreen.tsx';

/** Filming a lesson: setting up, and from the moment main has the filming, the screen while it runs. */
export function FilmScreen() {
  const isRunning = useCapture(({ filming }) => filming !== null);
  return isRunning ? <LiveScreen /> : <SetUpScreen />;
}
