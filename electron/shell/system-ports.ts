import { app, BrowserWindow, dialog, shell } from 'electron';
import { join } from 'node:path';
import { systemPower, type PowerPort } from './power.ts';
import { onPageGone } from './window.ts';

/** What the services may ask of the system; a test hands in its own. */
export interface SystemPorts {
  /** Paths the person picked; empty when they closed the picker. */
  pickSources(what: 'files' | 'folder'): Promise<string[]>;
  /** Where to write a picture; null when the person closed the picker. */
  pickStillTarget(suggestedName: string): Promise<string | null>;
  showFolder(path: string): Promise<void>;
  readonly power: PowerPort;
  /** The page's process died and is being started again. @returns how to stop hearing. */
  onPageGone(heard: () => void): () => void;
  readonly systemLocale: string;
  readonly appVersion: string;
  /** Folder of what ships beside the code: sample lesson, bundled ffmpeg. */
  readonly resourcesFolder: string;
}

/** The system's own pickers and places. */
export function systemPorts(): SystemPorts {
  return {
    async pickSources(what) {
      const properties =
        what === 'files' ? (['openFile', 'multiSelections'] as const) : (['openDirectory'] as const);
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), { properties: [...properties] });
      return canceled ? [] : filePaths;
    },
    async pickStillTarget(suggestedName) {
      const defaultPath = join(app.getPath('pictures'), suggestedName);
      const { canceled, filePath } = await dialog.showSaveDialog(window(), { defaultPath });
      return canceled || !filePath ? null : filePath;
    },
    async showFolder(path) {
      await shell.openPath(path);
    },
    power: systemPower(),
    onPageGone,
    systemLocale: app.getLocale(),
    appVersion: app.getVersion(),
    resourcesFolder: app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '../../resources'),
  };
}

function window(): BrowserWindow {
  const [first] = BrowserWindow.getAllWindows();
  if (!first) throw new Error('a picker needs a window');
  return first;
}
