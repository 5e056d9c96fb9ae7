import { EventEmitter } from 'node:events';
import { answered } from './answered.ts';
import { app, loopback, newEvent } from './app.ts';
import { onProcessGone, onWindowOpen, type Target } from './browser.ts';
import type { Params } from './cdp.ts';
import { pdfParams, type PdfOptions } from './pdf.ts';
import { permissionDesk, type MediaType, type PermissionDesk } from './permissions.ts';
import { openRendererPort, type RendererPort } from './renderer-port.ts';
import { defaultSession } from './session.ts';
import { themePage, toldByPage } from './theme.ts';

type WindowOpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** The part of `webPreferences` that means something here. */
export interface WebPreferences {
  readonly preload?: string;
  readonly backgroundThrottling?: boolean;
}

let lastId = 0;

const withoutHash = (url: string): string => url.split('#')[0] ?? '';

/** The page of one window. Its Chromium side opens later than itself: what is asked before waits for it. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly session = defaultSession;
  private url = '';
  private gone = false;
  private crashed = false;
  private throttled: boolean;
  private desk: PermissionDesk | undefined;
  private expected = '';
  private committed = '';
  private port: RendererPort | undefined;
  private openHandler: WindowOpenHandler = () => ({ action: 'allow' });
  private readonly target: Promise<Target>;

  constructor(target: Promise<Target>, { preload, backgroundThrottling = true }: WebPreferences) {
    super();
    this.throttled = backgroundThrottling;
    const self = answered('webContents', this);
    this.target = target.then(async (opened) => {
      await this.prepare(opened, preload, self);
      return opened;
    });
    // Told in the next turn, when whoever makes the window has it in hand.
    queueMicrotask(() => app.emit('web-contents-created', newEvent(), self));
    return self;
  }

  get mainFrame(): { url: string; parent: null } {
    return { url: this.url, parent: null };
  }

  getURL(): string {
    return this.url;
  }

  isDestroyed(): boolean {
    return this.gone;
  }

  /** True from the death of the page's process until it is loaded again. */
  isCrashed(): boolean {
    return this.crashed;
  }

  getBackgroundThrottling(): boolean {
    return this.throttled;
  }

  /** Not throttled means, as in Electron: the page counts as visible, whatever happens to its window. */
  setBackgroundThrottling(allowed: boolean): void {
    this.throttled = allowed;
    // A window that is gone need not be kept awake.
    void this.ask('Emulation.setFocusEmulationEnabled', { enabled: !allowed }).catch(() => undefined);
  }

  /** Ends the page's process as a fault in it would. */
  forcefullyCrashRenderer(): void {
    // Never answered: who would answer is gone.
    void this.ask('Page.crash').catch(() => undefined);
  }

  /** @throws DataCloneError for what cannot cross to another process. */
  send(channel: string, ...args: unknown[]): void {
    this.port?.send(channel, args);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler;
  }

  async loadURL(url: string): Promise<void> {
    await this.target;
    const { addresses } = await loopback;
    // As Electron's: from now on this is where it is, also for the handlers that are asked before it has loaded.
    this.url = url;
    await this.desk?.beforeLoad();
    this.expected = addresses.toLoopback(url);
    const loaded = new Promise<void>((done) => void this.once('did-finish-load', done));
    const { errorText } = await this.ask('Page.navigate', { url: this.expected });
    if (errorText) throw new Error(`${String(errorText)} loading '${url}'`);
    await loaded;
  }

  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    return Buffer.from((await this.ask('Page.printToPDF', pdfParams(options)))['data'] as string, 'base64');
  }

  async capturePage(): Promise<{ toPNG(): Buffer; isEmpty(): boolean }> {
    const png = Buffer.from((await this.ask('Page.captureScreenshot'))['data'] as string, 'base64');
    return answered('NativeImage', { toPNG: () => png, isEmpty: () => png.length === 0 });
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const params = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.ask('Runtime.evaluate', params);
    if (exceptionDetails) throw new Error((exceptionDetails as { text: string }).text);
    return (result as { value?: unknown }).value;
  }

  reload(): void {
    void this.ask('Page.reload');
  }

  /** A command to this page's session. */
  async ask(method: string, params: Params = {}): Promise<Params> {
    const { cdp, sessionId } = await this.target;
    return cdp.send(method, params, sessionId);
  }

  /** Events of this page's session. */
  async hear(method: string, listener: (params: Params) => void): Promise<void> {
    const { cdp, sessionId } = await this.target;
    cdp.on(method, listener, sessionId);
  }

  markDestroyed(): void {
    this.gone = true;
    this.port = undefined;
    this.emit('destroyed');
  }

  private async prepare(target: Target, preload: string | undefined, self: WebContents): Promise<void> {
    const { cdp, sessionId, targetId } = target;
    const { addresses, blankPage } = await loopback;
    // The blank page that the window opened with is not the app's: it must not count as loaded.
    const loaded = (what: string): void => {
      if (this.committed !== '' && this.committed !== blankPage) this.emit(what, newEvent());
    };
    const follow = (url: string): void => {
      this.url = addresses.toScheme(url);
      this.committed = this.url;
    };
    cdp.on(
      'Page.frameNavigated',
      ({ frame }) => {
        const { parentId, url } = frame as { parentId?: string; url: string };
        if (parentId === undefined) follow(url);
      },
      sessionId,
    );
    cdp.on('Page.navigatedWithinDocument', ({ url }) => follow(url as string), sessionId);
    cdp.on('Page.domContentEventFired', () => loaded('dom-ready'), sessionId);
    cdp.on('Page.loadEventFired', () => loaded('did-finish-load'), sessionId);
    cdp.on('Inspector.targetReloadedAfterCrash', () => (this.crashed = false), sessionId);
    onProcessGone(targetId, (details) => {
      this.crashed = true;
      app.emit('render-process-gone', newEvent(), self, details);
      this.emit('render-process-gone', newEvent(), details);
    });
    onWindowOpen(targetId, (url) => this.openHandler({ url }).action);
    const desk = permissionDesk(cdp, addresses, self);
    this.desk = desk;
    this.port = await openRendererPort(
      target,
      preload,
      () => ({ sender: self, senderFrame: this.mainFrame, type: 'frame' }),
      {
        mayUse: (types) => desk.mayUse(types as MediaType[]),
        sees: (dark) => Promise.resolve(toldByPage(dark as boolean)),
      },
    );
    await themePage((method, params) => cdp.send(method, params, sessionId));
    if (!this.throttled) await cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true }, sessionId);
    await this.guardNavigation(target);
  }

  /** Every document the page asks for is held until the app's `will-navigate` listeners have seen it. */
  private async guardNavigation({ cdp, sessionId }: Target): Promise<void> {
    const { addresses } = await loopback;
    cdp.on(
      'Fetch.requestPaused',
      ({ requestId, request }) => {
        const { url } = request as { url: string };
        const wanted =
          withoutHash(url) === withoutHash(this.expected) ||
          withoutHash(url) === withoutHash(addresses.toLoopback(this.url));
        const event = Object.assign(newEvent(), { url: addresses.toScheme(url), isMainFrame: true });
        if (!wanted) {
          this.emit('will-frame-navigate', event, event.url);
          this.emit('will-navigate', event, event.url);
        }
        const [method, params] = event.defaultPrevented
          ? ['Fetch.failRequest', { requestId, errorReason: 'Aborted' }]
          : ['Fetch.continueRequest', { requestId }];
        // The page may have given up on it by itself.
        cdp.send(method, params, sessionId).catch(() => undefined);
      },
      sessionId,
    );
    await cdp.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] }, sessionId);
  }
}
