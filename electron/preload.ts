import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { callChannel, eventChannel, type Answer, type Bridge } from '../shared/contract/channels.ts';

/** Media is next to the page: its own scheme in Electron, a sibling path where the page is served on loopback. */
function mediaBase(): string {
  if (location.protocol === 'app:') return 'media://library';
  const token = location.pathname.split('/')[1] ?? '';
  return `${location.origin}/${token}/media`;
}

const bridge: Bridge = {
  call: (channel, input) => ipcRenderer.invoke(callChannel, channel, input) as Promise<Answer>,
  offerFiles: (files) => {
    const paths = files
      .filter((file): file is File => file instanceof File)
      .map((file) => webUtils.getPathForFile(file));
    return ipcRenderer.invoke(callChannel, 'imports.offerDropped', {
      paths: paths.filter((path) => path !== ''),
    }) as Promise<Answer>;
  },
  subscribe: (listener) => {
    const onEvent = (_event: IpcRendererEvent, name: string, payload: unknown): void =>
      listener(name, payload);
    ipcRenderer.on(eventChannel, onEvent);
    return () => ipcRenderer.removeListener(eventChannel, onEvent);
  },
  mediaBase: mediaBase(),
};

contextBridge.exposeInMainWorld('drieluik', bridge);
