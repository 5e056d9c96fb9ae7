import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { join } from 'node:path';

/**
 * Sets every fuse of the packaged Electron; a fuse that a newer Electron adds and this list lacks fails the build.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function setFuses({ appOutDir, packager, electronPlatformName }) {
  const name = packager.appInfo.productFilename;
  const binary = {
    darwin: join(appOutDir, `${name}.app`, 'Contents', 'MacOS', name),
    win32: join(appOutDir, `${name}.exe`),
    linux: join(appOutDir, packager.executableName ?? name.toLowerCase()),
  }[electronPlatformName];
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  });
}
