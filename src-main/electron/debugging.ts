/** As Chromium's command line answers it. */
interface CommandLine {
  hasSwitch(name: string): boolean;
}

/**
 * Switches that hand the window, the main process or its network to whoever starts the app: any account of the computer
 * could call the bridge through them, or read what goes to the markets.
 */
const openingSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-wait',
  'debug',
  'debug-brk',
  'debug-port',
  'js-flags',
  'disable-web-security',
  'load-extension',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'zygote-cmd-prefix',
  'gpu-launcher',
  'single-process',
  'log-net-log',
  'ssl-key-log-file',
] as const;

/**
 * The switch for which a packaged app must not start; undefined where there is none, and in a run from the sources. A
 * copy made for the smoke test says in its own package.json that it may be debugged; no package that is given to anybody
 * does (resources/build/smoke.ts).
 * @param readPackage the text of the package.json inside the package; asked only where a switch is there
 */
export function refusedSwitch(isPackaged: boolean, line: CommandLine, readPackage: () => string): string | undefined {
  if (!isPackaged) return undefined;
  const found = openingSwitches.find((name) => line.hasSwitch(name));
  return found !== undefined && !isDebuggable(readPackage()) ? found : undefined;
}

function isDebuggable(packageText: string): boolean {
  const described: unknown = JSON.parse(packageText);
  return typeof described === 'object' && described !== null && Reflect.get(described, 'debuggable') === true;
}
