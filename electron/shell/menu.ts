import { Menu, app, type MenuItemConstructorOptions } from 'electron';

/**
 * Roles only: the system words them in its own language. Editing roles must exist on macOS, or copy and paste do
 * not work; elsewhere the page has its own controls and no menu bar takes room.
 */
export function setMenu(): void {
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const view: MenuItemConstructorOptions[] = [{ role: 'togglefullscreen' }];
  if (!app.isPackaged) view.push({ role: 'toggleDevTools' });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'appMenu' },
      { role: 'editMenu' },
      { role: 'viewMenu', submenu: view },
      { role: 'windowMenu' },
    ]),
  );
}
