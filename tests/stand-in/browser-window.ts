import { EventEmitter } from 'node:events';
import { answered } from './answered.ts';
import { allWindowsClosed, app, handWindows, loopback, newEvent } from './app.ts';
import { chromiumProcesses, onTargetClosed, openTarget, stopChromium } from './browser.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';

interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly title?: string;
  readonly webPreferences?: WebPreferences;
}

let open: readonly BrowserWindow[] = [];
let lastFocused: BrowserWindow | undefined;

/** A window of the system's Chromium. It is there from the start: `show: false` cannot be asked of it. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly id: number;
  private minimized = false;
  private visible = false;
  private gone = false;
  private title: string;

  static getAllWindows(): BrowserWindow[] {
    return [...open];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return lastFocused ?? open[0] ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return open.find((window) => window.webContents.id === contents.id) ?? null;
  }

  constructor({ width = 800, height = 600, title = '', webPreferences = {} }: WindowOptions = {}) {
    super();
    const self = answered('BrowserWindow', this);
    const target = openTarget(width, height);
    this.webContents = new WebContents(target, webPreferences);
    this.id = this.webContents.id;
    this.title = title;
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
    open = [...open, self];
    queueMicrotask(() => app.emit('browser-window-created', newEvent(), self));
    target.then(
      ({ targetId }) => onTargetClosed(targetId, () => this.closed(self)),
      () => this.closed(self),
    );
    return self;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  show(): void {
    this.visible = true;
    this.focus();
  }

  showInactive(): void {
    this.visible = true;
  }

  /** Brings the window forward, out of the task bar when the person put it there. */
  focus(): void {
    const self = open.find((window) => window.id === this.id);
    if (self) lastFocused = self;
    this.minimized = false;
    void this.setBounds({ windowState: 'normal' }, 'minimized')
      .then(() => this.webContents.ask('Page.bringToFront'))
      .then(() => this.emit('focus'))
      // A window that is closing need not come forward.
      .catch(() => undefined);
  }

  isFocused(): boolean {
    return lastFocused?.id === this.id;
  }

  isVisible(): boolean {
    return this.visible && !this.minimized;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  minimize(): void {
    this.minimized = true;
    void this.setBounds({ windowState: 'minimized' });
  }

  restore(): void {
    this.minimized = false;
    void this.setBounds({ windowState: 'normal' });
  }

  setFullScreen(on: boolean): void {
    void this.setBounds({ windowState: on ? 'fullscreen' : 'normal' });
  }

  setMenuBarVisibility(): void {
    // Chromium's app window has no menu bar.
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): void {
    this.title = title;
  }

  isDestroyed(): boolean {
    return this.gone;
  }

  /** Asks first (`close` can be prevented); the X of the window itself cannot be prevented here. */
  close(): void {
    const event = newEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    const self = open.find((window) => window.id === this.id);
    if (!self) return;
    // Closing what is gone already is no failure.
    void this.webContents.ask('Page.close').catch(() => undefined);
    this.closed(self);
  }

  /** @param only changes nothing unless the window is in this state now. */
  private async setBounds(bounds: { windowState: string }, only?: string): Promise<void> {
    const found = await this.webContents.ask('Browser.getWindowForTarget');
    if (only && (found['bounds'] as { windowState?: string }).windowState !== only) return;
    await this.webContents.ask('Browser.setWindowBounds', { windowId: found['windowId'], bounds });
  }

  private closed(self: BrowserWindow): void {
    if (this.gone) return;
    this.gone = true;
    open = open.filter((window) => window !== self);
    if (lastFocused === self) lastFocused = undefined;
    this.webContents.markDestroyed();
    this.emit('closed');
    if (open.length === 0) allWindowsClosed();
  }
}

handWindows({
  closeAll: () => {
    for (const window of open) window.close();
    return open.length === 0;
  },
  stopChromium,
});

const processes = async (): Promise<object> => ({ main: process.pid, ...(await chromiumProcesses()) });
void loopback.then((server) => server.controls.set('processes', processes));
