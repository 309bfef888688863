import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { decisionUndoMs } from '../../../../src-preload/contract/actions';
import type { Job } from '../../../../src-preload/contract/job';
import { LogFoot } from '../../../../src-renderer/features/log/log-foot';
import { usePicked } from '../../../../src-renderer/features/log/log-picked';
import { hideAnnouncement } from '../../../../src-renderer/state/announcements';
import { createWorld } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';
import { bridgeTo, lookAtStoreOf, soon } from '../../../support/window/world-bridge';

/** Acts on many jobs at once, pressed in the foot of the log over a real outbox: one press takes all of it back. */
let world: World;
beforeEach(async () => {
  world = await createWorld();
  bridgeTo(world);
});
afterEach(async () => {
  cleanup();
  hideAnnouncement();
  usePicked.setState({ jobs: new Map(), anchor: undefined });
  await world.end();
});

/** Three orders that the market refused; it would take them now. */
async function refuse(): Promise<Job[]> {
  const lines = world.orders(3);
  for (const { target } of lines) world.orderOf(target).code = '9999';
  await world.add(lines);
  await world.time.advance(60_000);
  for (const { target } of lines) delete world.orderOf(target).code;
  return world.log();
}

async function openFoot(): Promise<void> {
  await lookAtStoreOf(world);
  render(<LogFoot />);
}

/** Presses the way back within its ten seconds; nothing has left before, and nothing leaves afterwards. */
async function pressUndo(calls: number): Promise<void> {
  const button = await screen.findByTestId('undo-button', {}, soon);
  expect(document.activeElement, 'the keyboard is on the way back').toBe(button);
  await world.time.advance(decisionUndoMs - 500);
  expect(world.sends()).toHaveLength(calls);
  fireEvent.click(button);
  await vi.waitFor(() => expect(screen.queryByTestId('undo-button')).toBeNull(), soon);
}

it('다시 시도하기 for all of them, with their figure, is taken back by one press', async () => {
  await refuse();
  const calls = world.sends().length;
  await openFoot();
  const button = await screen.findByTestId('retry-all-button', {}, soon);
  expect(button.textContent).toBe('3건 다시 시도하기');
  fireEvent.click(button);
  await pressUndo(calls);
  await vi.waitFor(async () => expect(await world.states()).toEqual({ rejected: 3 }), soon);
  await world.time.advance(60_000);
  expect(world.sends()).toHaveLength(calls);
});

it('다시 시도하기 for the chosen rows, too', async () => {
  const jobs = await refuse();
  const calls = world.sends().length;
  const chosen = jobs.slice(0, 2).map((job) => [job.id, job] as const);
  usePicked.setState({ jobs: new Map(chosen), anchor: undefined });
  await openFoot();
  const button = (await screen.findAllByTestId('bulk-act', {}, soon)).find(({ dataset }) => dataset['act'] === 'retry');
  expect(button?.textContent).toBe('2건 다시 시도하기');
  if (button !== undefined) fireEvent.click(button);
  await vi.waitFor(async () => expect((await world.states()).rejected).toBe(1), soon);
  await pressUndo(calls);
  await vi.waitFor(async () => expect(await world.states()).toEqual({ rejected: 3 }), soon);
});

it('다시 대기 목록에 넣기 for the chosen rows, and they are left out as before', async () => {
  const lines = world.orders(3);
  await world.add(lines, { undoMs: 60_000 });
  await world.outbox.act({ action: 'exclude', jobs: (await world.log()).map(({ id }) => id) });
  const jobs = await world.log();
  usePicked.setState({ jobs: new Map(jobs.map((job) => [job.id, job])), anchor: undefined });
  await openFoot();
  const button = (await screen.findAllByTestId('bulk-act', {}, soon)).find(
    ({ dataset }) => dataset['act'] === 'put-back',
  );
  expect(button?.textContent).toBe('3건 다시 대기 목록에 넣기');
  if (button !== undefined) fireEvent.click(button);
  await vi.waitFor(async () => expect((await world.states()).queued).toBe(3), soon);
  await pressUndo(0);
  await vi.waitFor(async () => expect(await world.states()).toEqual({ cancelled: 3 }), soon);
  await world.time.advance(120_000);
  expect(world.sends()).toEqual([]);
});
