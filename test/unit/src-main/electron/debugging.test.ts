import { expect, it } from 'vitest';
import { refusedSwitch } from '../../../../src-main/electron/debugging';

const line = (...names: string[]) => ({ hasSwitch: (name: string) => names.includes(name) });
const usual = () => '{"name":"balsong-desk","main":"./out/main/main.js"}';

it.each([
  ['opens a port', ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'inspect-brk-node']],
  ['puts another program in the place of a page', ['browser-subprocess-path', 'renderer-cmd-prefix', 'gpu-launcher']],
  ['takes a wall of a page down', ['single-process', 'disable-web-security', 'load-extension', 'js-flags']],
  ['writes down what goes over the line', ['log-net-log', 'ssl-key-log-file']],
])('a packaged app does not start with a switch that %s', (_what, names) => {
  for (const name of names) expect(refusedSwitch(true, line('no-sandbox', name), usual)).toBe(name);
});

it('starts with any other switch, and looks for no package.json then', () => {
  const fail = (): string => {
    throw new Error('not asked');
  };
  expect(refusedSwitch(true, line('no-sandbox', 'lang'), fail)).toBeUndefined();
});

it('a run from the sources may be debugged, and a package that says so of itself', () => {
  expect(refusedSwitch(false, line('inspect'), usual)).toBeUndefined();
  expect(refusedSwitch(true, line('inspect'), () => '{"debuggable":true}')).toBeUndefined();
  expect(refusedSwitch(true, line('inspect'), () => '{"debuggable":"true"}')).toBe('inspect');
});

it('the package.json that is packaged does not say so', async () => {
  const { default: described } = await import('../../../../package.json');
  expect(described).not.toHaveProperty('debuggable');
});
