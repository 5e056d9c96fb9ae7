import { answered } from './answered.ts';

const added: string[] = [];
const given = (): string[] => [...process.argv.slice(2), ...added];
// Chromium's own switches, as Electron passes them on; ours (`--library=…`) mean nothing to it.
const forChromium =
  /^--(use-fake-|use-file-for-fake-|force-|enable-|disable-|blink-|js-flags|remote-debugging-port)/;

/** Value of `--name=value`; empty when it is not there. */
export function switchValue(name: string): string {
  const found = given().findLast((argument) => argument.startsWith(`--${name}=`));
  return found?.slice(name.length + 3) ?? '';
}

/** What of the command line is meant for Chromium. */
export function chromiumSwitches(): string[] {
  return given().filter((argument) => forChromium.test(argument));
}

export const commandLine = answered('app.commandLine', {
  appendSwitch: (name: string, value?: string) =>
    void added.push(value === undefined ? `--${name}` : `--${name}=${value}`),
  hasSwitch: (name: string): boolean =>
    given().some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`)),
  getSwitchValue: switchValue,
});
