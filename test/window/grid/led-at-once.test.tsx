import { createRef } from 'react';
import { expect, it } from 'vitest';
import type { GridHandle } from '../../../src-renderer/grid/grid-props';
import { showPlainRows, setUpRows } from '../../support/window/plain-rows';

setUpRows();

it('tells which row is active with the row itself: a key that follows at once means no other', async () => {
  const handle = createRef<GridHandle>();
  const told: (number | undefined)[] = [];
  await showPlainRows({
    ids: ['one', 'two', 'three'],
    columns: [{ key: 'name', header: 'name', isStateless: true, cell: ({ id }) => <span>{id}</span> }],
    handle,
    onSpot: (index) => void told.push(index),
  });
  const toldWhenSeen = new Promise<(number | undefined)[]>((resolve) => {
    new MutationObserver(() => {
      if (document.querySelector('.active-row')?.getAttribute('data-row') === 'three') resolve([...told]);
    }).observe(document.body, { subtree: true, attributes: true });
  });
  // As in the app, where effects that may wait have a task of their own.
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false);
  handle.current?.goTo(2);
  expect(await toldWhenSeen).toContain(2);
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
});
