import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { decisionUndoMs } from '../../../src-preload/contract/actions';
import type { Job } from '../../../src-preload/contract/job';
import { LogFoot } from '../../../src-renderer/features/log/log-foot';
import { hideAnnouncement } from '../../../src-renderer/state/announcements';
import { HoldDialog } from '../../../src-renderer/ui/job/hold-dialog';
import { JobButtons } from '../../../src-renderer/ui/job/job-buttons';
import { JobNote } from '../../../src-renderer/ui/job/job-note';
import { createWorld, dispatchLine } from '../../support/outbox/world';
import type { World } from '../../support/outbox/world';
import { bridgeTo, lookAtStoreOf, soon } from '../../support/window/world-bridge';

/** What readings stop, as a row of the log says it, and the answers it takes, over a real outbox. */
let world: World;
let bridge: ReturnType<typeof bridgeTo>;
beforeEach(async () => {
  world = await createWorld();
  bridge = bridgeTo(world);
});
afterEach(async () => {
  cleanup();
  hideAnnouncement();
  await world.end();
});

/** Draws the rows of these orders as their jobs are now, and the foot of the log. */
async function drawRows(...targets: readonly string[]): Promise<void> {
  cleanup();
  const jobs = await Promise.all(targets.map((target) => world.job(target)));
  await lookAtStoreOf(world);
  render(
    <>
      {jobs.map((job) => (
        <Row key={job.id} job={job} />
      ))}
      <LogFoot />
      <HoldDialog />
    </>,
  );
}
function Row({ job }: { job: Job }) {
  return (
    <div data-testid={job.target}>
      <JobNote item={{ is: 'job', job }} />
      <JobButtons job={job} />
    </div>
  );
}
const rowOf = (target: string) => within(screen.getByTestId(target));
const said = (target: string) => screen.getByTestId(target).textContent;
const buttons = (target: string) =>
  rowOf(target)
    .getAllByRole('button')
    .map((button) => button.textContent);

/** Presses it, and waits until the outbox has taken it. */
async function press(button: HTMLElement): Promise<void> {
  const acts = () => bridge.calls.filter(({ name }) => name === 'log-act').length;
  const before = acts();
  fireEvent.click(button);
  await vi.waitFor(() => expect(acts()).toBe(before + 1), soon);
  await screen.findByTestId('undo-button', {}, soon);
}

it('an order that four readings left out is not sent, says so, and goes with its box by a yes', async () => {
  const [hidden, other] = [...world.orders(1, { hidden: true }), ...world.orders(1)].map(({ target }) =>
    dispatchLine(target, '602011112222'),
  );
  if (hidden === undefined || other === undefined) throw new Error('two lines');
  await world.add([hidden, other]);
  await world.time.advance(400_000);
  expect(world.sends()).toEqual([]);
  await drawRows(hidden.target, other.target);
  expect(said(hidden.target)).toContain('이 주문을 네이버에서 읽지 못했어요.');
  expect(buttons(hidden.target)).toEqual(['발송하지 않기', '센터에서 봤어요, 발송 처리하기', '다시 읽기']);
  expect(said(other.target)).toContain(
    `같은 상자의 다른 주문(…${hidden.target.slice(-4)})을 네이버에서 읽지 못했어요.`,
  );
  await press(rowOf(hidden.target).getByTestId('approve-button'));
  await world.time.advance(decisionUndoMs - 500);
  expect(world.sends()).toEqual([]);
  await world.time.advance(5_000);
  expect(await world.states()).toEqual({ succeeded: 2 });
});

it('an order the buyer has cancelled is not sent, says so, and is not tried again, also not with all others', async () => {
  const [closed = '', refused = ''] = [
    ...world.orders(1, { status: 'CANCELED' }),
    ...world.orders(1, { code: '9999' }),
  ].map(({ target }) => target);
  await world.add([dispatchLine(closed), dispatchLine(refused)]);
  await world.time.advance(60_000);
  expect(world.sends().flatMap(({ targets }) => targets)).not.toContain(closed);
  await drawRows(closed, refused);
  expect(said(closed)).toContain('구매자가 취소한 주문이에요. 처리하지 않았어요. 상자를 빼 두세요.');
  expect(rowOf(closed).queryByTestId('retry-button')).toBeNull();
  const all = await screen.findByTestId('retry-all-button', {}, soon);
  expect(all.textContent).toBe('1건 다시 시도하기');
});

it('a yes to one cancel request does not answer that of another order of its box', async () => {
  const lines = world.orders(3).map(({ target }) => dispatchLine(target, '602011112222'));
  const [a = '', b = '', c = ''] = lines.map(({ target }) => target);
  world.orderOf(a).claimId = 'claim-a';
  await world.add(lines);
  await world.time.advance(2_000);
  await drawRows(a, b, c);
  expect(said(a)).toContain('구매자가 취소를 요청했어요.');
  for (const other of [b, c]) {
    expect(said(other)).toContain(`같은 상자의 다른 주문(…${a.slice(-4)})에 취소 요청이 있어요.`);
  }
  fireEvent.click(rowOf(a).getByTestId('approve-button'));
  fireEvent.click(await screen.findByTestId('hold-refuse', {}, soon));
  const confirm = screen.getByTestId('hold-confirm');
  await vi.waitFor(() => expect(confirm).toHaveProperty('disabled', false), soon);
  world.orderOf(b).claimId = 'claim-b';
  await press(confirm);
  await world.time.advance(30_000);
  expect(world.sends()).toEqual([]);
  await drawRows(a, b, c);
  expect(said(b)).toContain('구매자가 취소를 요청했어요.');
  for (const other of [a, c]) {
    expect(said(other)).toContain(`같은 상자의 다른 주문(…${b.slice(-4)})에 취소 요청이 있어요.`);
  }
});
