import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { pageHasRun } from '../../../../../src-main/electron/window/page-has-run';

it.each([
  ['has run its scripts', 'dom-ready'],
  ['stopped without any', 'did-stop-loading'],
])('begins the rest once the page %s, and not while it loads', async (_, event) => {
  const page = new EventEmitter();
  let hasRun = false;
  const waiting = pageHasRun(page).then(() => {
    hasRun = true;
  });
  page.emit('did-navigate');
  await nextTurn();
  expect(hasRun).toBe(false);
  page.emit(event);
  await waiting;
});
