import { answered } from './answered.ts';
import { loopback } from './app.ts';

type Method = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox';

/** Answers in the order in which they were given; one for each question. */
const answers: { readonly method: Method; readonly answer: unknown }[] = [];

const closed: Readonly<Record<Method, object>> = {
  showOpenDialog: { canceled: true, filePaths: [] },
  showSaveDialog: { canceled: true, filePath: '' },
  showMessageBox: { response: 0, checkboxChecked: false },
};

function answerTo(method: Method, given: unknown[]): Promise<unknown> {
  const at = answers.findIndex((item) => item.method === method);
  const [found] = at < 0 ? [] : answers.splice(at, 1);
  if (found) return Promise.resolve(found.answer);
  const { cancelId } = (given.at(-1) ?? {}) as { cancelId?: number };
  console.error(`stand-in: ${method} has no picker here and no answer was given: taken as cancelled`);
  return Promise.resolve(cancelId === undefined ? closed[method] : { ...closed[method], response: cancelId });
}

void loopback.then((server) =>
  server.controls.set('dialog', (message) => void answers.push(message as (typeof answers)[number])),
);

export const dialog = answered('dialog', {
  showOpenDialog: (...given: unknown[]) => answerTo('showOpenDialog', given),
  showSaveDialog: (...given: unknown[]) => answerTo('showSaveDialog', given),
  showMessageBox: (...given: unknown[]) => answerTo('showMessageBox', given),
  showErrorBox: (title: string, text: string) => console.error(`${title}: ${text}`),
});
