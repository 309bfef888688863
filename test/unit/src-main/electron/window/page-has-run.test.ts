import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { pageHasRun } from '../../../../../src-main/electron/window/page-has-run';

it.each([
  ['has run its scripts', 'dom-ready'],
  ['stopped without any', 'did-stop-loading'],
])('begins the rest once the page %s, and not while it loads', async (_, event) => {
  const page = new EventEmitter();
  const hasRun = pageHasRun(page);
  const loading = Symbol('loading');
  page.emit('did-navigate');
  expect(await Promise.race([hasRun, nextTurn(loading)])).toBe(loading);
  page.emit(event);
  await hasRun;
});
