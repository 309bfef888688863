import '../../support/window/match-media';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { storeSchema } from '../../../src-preload/contract/store';
import { createNotices } from '../../../src-main/electron/presence/notice';
import { createDayNotices } from '../../../src-main/services/day-notices';
import { dueToday } from '../../../src-main/services/book/due-today';
import { App } from '../../../src-renderer/app';
import { bookOrder } from '../../support/outbox/book-order';
import { addStore, monday } from '../../support/outbox/test-database';
import { createWorld } from '../../support/outbox/world';
import type { World } from '../../support/outbox/world';
import { createFakeBridge } from '../../support/window/fake-bridge';
import { pending } from '../../support/window/pending';

/** The notice of 17:30 on a system that shows none: the window says it, of every store, until the seller puts it away. */
const hour = 60 * 60_000;

let world: World | undefined;
afterEach(async () => {
  cleanup();
  await world?.end();
});

it('at 17:30 the window says what is still to be sent, and which of the stores has stopped', async () => {
  world = await createWorld();
  const { desk, time, outbox, storeId: here } = world;
  const { database } = desk;
  const there = await addStore(database);
  await database.stores.setPause(there, { cause: 'secret', since: time.now() });
  await database.transaction(({ book }) => {
    book.setFeed(here, { through: monday, next: undefined, filledAt: monday });
    for (const n of [1, 2, 3]) book.put(here, bookOrder(`202603020000000${n}`, { dueAt: monday + 14 * hour }));
  });
  const labels = new Map([
    [here, '하늘상점'],
    [there, '바다상점'],
  ]);
  const stores = [here, there].map((id) =>
    storeSchema.parse({
      id,
      market: 'naver',
      label: labels.get(id),
      practice: false,
      accountId: id,
      hasSecrets: true,
      confirmFirst: 'ask',
    }),
  );
  // The window is looked at the first store only; it is being started, and shows what it has missed all the same.
  const bridge = createFakeBridge({ 'app-start': () => pending().promise });
  render(<App />);
  const notices = createDayNotices({
    timers: time.timersOf({}),
    now: time.now,
    stores: async () => stores,
    statuses: () => outbox.statuses(),
    due: () => dueToday(database, time.now()),
    notify: createNotices({
      system: { isSupported: () => false, make: () => expect.unreachable() },
      onClick: () => undefined,
      onMissed: (notice) => bridge.send('notice-missed', notice),
      report: (problem) => world?.faults.push(problem),
    }),
    report: (problem) => world?.faults.push(problem),
  });
  notices.start();
  await act(() => time.advance(8.4 * hour));
  expect(screen.queryByTestId('missed-note')).toBeNull();
  await act(() => time.advance(0.2 * hour));
  notices.stop();
  const note = screen.getByTestId('missed-note');
  expect(note.textContent).toContain('아직 3건이 남았어요');
  expect(note.textContent).toContain('오늘 안에 3건을 더 보내야 하고, 3건은 송장번호가 없어요.');
  expect(note.textContent).toContain('‘바다상점’: 설정이 필요해서 멈춰 있어요.');
  fireEvent.click(screen.getByTestId('missed-note-close'));
  expect(screen.queryByTestId('missed-note')).toBeNull();
});
