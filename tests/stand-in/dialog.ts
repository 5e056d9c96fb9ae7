import { answered } from './answered.ts';
import { loopback } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { isHeadless } from './chromium.ts';
import { pickPaths, pickTarget, type OpenOptions } from './pickers.ts';

type Method = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox';

interface SaveOptions {
  readonly defaultPath?: string;
}

/** Answers in the order in which they were given; one for each question. */
const answers: { readonly method: Method; readonly answer: unknown }[] = [];

function givenAnswer(method: Method): object | undefined {
  const at = answers.findIndex((item) => item.method === method);
  const [found] = at < 0 ? [] : answers.splice(at, 1);
  return found?.answer as object | undefined;
}

/** Electron's pickers take a window first, or none: then the one in front. */
function asked(given: unknown[]): { window: BrowserWindow; options: object } {
  const [first, second] = given;
  const window = first instanceof BrowserWindow ? first : BrowserWindow.getFocusedWindow();
  if (!window) throw new Error('the stand-in does not answer a dialog without a window');
  return { window, options: ((first instanceof BrowserWindow ? second : first) ?? {}) as object };
}

async function showOpenDialog(...given: unknown[]): Promise<object> {
  const answer = givenAnswer('showOpenDialog');
  if (answer) return answer;
  const { window, options } = asked(given);
  const filePaths = await pickPaths(window.webContents, options as OpenOptions);
  return { canceled: filePaths.length === 0, filePaths };
}

async function showSaveDialog(...given: unknown[]): Promise<object> {
  const answer = givenAnswer('showSaveDialog');
  if (answer) return answer;
  if (isHeadless()) return cancelled('showSaveDialog', { canceled: true, filePath: '' });
  const { window, options } = asked(given);
  const filePath = await pickTarget(window.webContents, (options as SaveOptions).defaultPath);
  return { canceled: filePath === undefined, filePath: filePath ?? '' };
}

function showMessageBox(...given: unknown[]): Promise<object> {
  const { cancelId = 0 } = (given.at(-1) ?? {}) as { cancelId?: number };
  const answer = givenAnswer('showMessageBox');
  const closed = { response: cancelId, checkboxChecked: false };
  return Promise.resolve(answer ?? cancelled('showMessageBox', closed));
}

function cancelled(method: Method, answer: object): object {
  console.error(`stand-in: ${method} cannot be shown here and no answer was given: taken as cancelled`);
  return answer;
}

void loopback.then((server) =>
  server.controls.set('dialog', (message) => void answers.push(message as (typeof answers)[number])),
);

export const dialog = answered('dialog', {
  showOpenDialog,
  showSaveDialog,
  showMessageBox,
  showErrorBox: (title: string, text: string) => console.error(`${title}: ${text}`),
});
