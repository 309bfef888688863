import { expect, it } from 'vitest';
import { refusedSwitch } from '../../../../src-main/electron/debugging';

const line = (...names: string[]) => ({ hasSwitch: (name: string) => names.includes(name) });
const usual = () => '{"name":"balsong-desk","main":"./out/main/main.js"}';

it.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags', 'log-net-log'])(
  'a packaged app does not start with --%s',
  (name) => {
    expect(refusedSwitch(true, line('no-sandbox', name), usual)).toBe(name);
  },
);

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
