import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Updates } from '../../../src-preload/contract/updates';
import { updateFailureReasons } from '../../../src-preload/contract/updates';
import { UpdateSettings } from '../../../src-renderer/features/settings/update-settings';
import { useSend } from '../../../src-renderer/review/state/reviews-state';
import { useAppState } from '../../../src-renderer/state/app-state';
import { followUpdates, useUpdates } from '../../../src-renderer/state/updates';
import { UpdateLine } from '../../../src-renderer/shell/update-line';
import { text } from '../../../src-renderer/text';
import { createFakeBridge, Refusal } from '../../support/window/fake-bridge';
import { pending } from '../../support/window/pending';

const words = text.updates;
const notes = [
  { text: '고침', isHeading: true },
  { text: '<b>줄이 많은</b> 파일에서 스크롤이 끊기지 않아요.', isHeading: false },
];
const ready: Updates['state'] = { is: 'ready', version: '1.4.0', notes, asks: true, onClose: false };

let main: ReturnType<typeof createFakeBridge>;
let answer: () => unknown;
let stop: () => void;
beforeEach(() => {
  answer = () => ({});
  main = createFakeBridge({
    'updates-get': () => ({ state: { is: 'idle' }, isAutomatic: true }),
    'updates-take': () => answer(),
    'updates-put-off': () => ({}),
    'updates-automatic': () => ({}),
    'updates-look': () => ({}),
    'updates-open-page': () => ({}),
  });
  useAppState.setState({ place: 'send', statuses: [] });
  useSend.setState({ reviews: [] });
  useUpdates.setState({ isOpen: false });
  stop = followUpdates();
});
afterEach(() => {
  stop();
  cleanup();
});

const tell = (state: Updates['state'], isAutomatic = true): void =>
  act(() => main.send('updates-changed', { state, isAutomatic }));
const called = (name: string): unknown[] => main.calls.filter((each) => each.name === name).map(({ input }) => input);

describe('a version that is ready', () => {
  it('is one calm line, only while it asks', () => {
    render(<UpdateLine />);
    expect(screen.queryByTestId('update-line')).toBeNull();
    tell({ is: 'downloading', version: '1.4.0', percent: 40 });
    tell({ is: 'failed', why: 'server-gone' });
    expect(screen.queryByTestId('update-line')).toBeNull();
    tell(ready);
    expect(screen.getByTestId('update-line').textContent).toContain('새 버전 1.4.0이 준비됐어요');
    tell({ ...ready, asks: false });
    expect(screen.queryByTestId('update-line')).toBeNull();
  });

  it('is put off with one press', async () => {
    render(<UpdateLine />);
    tell(ready);
    fireEvent.click(screen.getByTestId('update-later'));
    await waitFor(() => expect(called('updates-put-off')).toEqual([{}]));
  });

  it('says what changed as plain text, and restarts when asked to', async () => {
    render(<UpdateLine />);
    tell(ready);
    fireEvent.click(screen.getByTestId('update-see'));
    const dialog = await screen.findByTestId('update-dialog');
    expect(screen.getByTestId('update-news').textContent).toContain('<b>줄이 많은</b> 파일에서');
    expect(dialog.textContent).toContain('지금은 처리 중인 주문이 없어요');
    fireEvent.click(screen.getByTestId('update-now'));
    await waitFor(() => expect(called('updates-take')).toEqual([{ when: 'now', hasUnsavedEdits: false }]));
    await waitFor(() => expect(screen.getByTestId('update-now').textContent).toBe(words.takingNow));
    expect(screen.getByTestId('update-dialog')).toBeTruthy();
  });

  it.each(['in-flight', 'unsettled', 'unsaved-edits', 'not-ready'] as const)(
    'stays and says why not: %s',
    async (code) => {
      answer = () => new Refusal(code);
      render(<UpdateLine />);
      tell(ready);
      fireEvent.click(screen.getByTestId('update-see'));
      fireEvent.click(await screen.findByTestId('update-now'));
      await waitFor(() => expect(screen.getByTestId('update-refused').textContent).toBe(words.refusals[code]));
      expect(screen.getByTestId('update-dialog')).toBeTruthy();
    },
  );

  it.each(['now', 'on-close'] as const)('is at work, says so, and is not taken twice: %s', async (when) => {
    const [first, second] = [pending<unknown>(), pending<unknown>()];
    answer = () => (called('updates-take').length === 1 ? first.promise : second.promise);
    render(<UpdateLine />);
    tell(ready);
    fireEvent.click(screen.getByTestId('update-see'));
    const button = await screen.findByTestId<HTMLButtonElement>(`update-${when}`);
    const { said, atWork } = {
      now: { said: words.takeNow, atWork: words.takingNow },
      'on-close': { said: words.takeOnClose, atWork: words.takingOnClose },
    }[when];
    const isEnabled = (): boolean[] =>
      (['now', 'on-close'] as const).map((each) => !screen.getByTestId<HTMLButtonElement>(`update-${each}`).disabled);
    fireEvent.click(button);
    expect(button.textContent).toBe(atWork);
    expect(isEnabled()).toEqual([false, false]);
    await waitFor(() => expect(called('updates-take')).toHaveLength(1));
    first.resolve(new Refusal('in-flight'));
    await waitFor(() => expect(screen.getByTestId('update-refused').textContent).toBe(words.refusals['in-flight']));
    expect(button.textContent).toBe(said);
    expect(isEnabled()).toEqual([true, true]);
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    expect(screen.getByTestId('update-refused').textContent).toBe('');
    await waitFor(() => expect(called('updates-take')).toHaveLength(2));
    await act(async () => second.resolve({}));
    expect(screen.queryByTestId('update-dialog') !== null).toBe(when === 'now');
  });

  it('is asked about no longer when it is ready no longer, and not at once when it is ready again', async () => {
    render(<UpdateLine />);
    tell(ready);
    fireEvent.click(screen.getByTestId('update-see'));
    await screen.findByTestId('update-dialog');
    tell({ is: 'downloading', version: '1.4.1', percent: 40 });
    expect(screen.queryByTestId('update-dialog')).toBeNull();
    tell({ ...ready, version: '1.4.1' });
    expect(screen.queryByTestId('update-dialog')).toBeNull();
    expect(screen.getByTestId('update-line')).toBeTruthy();
  });

  it('tells the main process of a file that is still being read, and of a cell that is being written in', async () => {
    render(<UpdateLine />);
    tell(ready);
    fireEvent.click(screen.getByTestId('update-see'));
    const cell = document.createElement('input');
    cell.className = 'cell-input editing';
    document.body.append(cell);
    fireEvent.click(await screen.findByTestId('update-now'));
    await waitFor(() => expect(called('updates-take')).toEqual([{ when: 'now', hasUnsavedEdits: true }]));
    cell.remove();
  });

  it('waits for the close when asked to, and can be switched off from there', async () => {
    render(<UpdateLine />);
    tell(ready);
    fireEvent.click(screen.getByTestId('update-see'));
    fireEvent.click(await screen.findByTestId('update-on-close'));
    await waitFor(() => expect(called('updates-take')).toEqual([{ when: 'on-close', hasUnsavedEdits: false }]));
    await waitFor(() => expect(screen.queryByTestId('update-dialog')).toBeNull());
    fireEvent.click(screen.getByTestId('update-see'));
    fireEvent.click(await screen.findByTestId('update-stop-automatic'));
    await waitFor(() => expect(called('updates-automatic')).toEqual([{ isOn: false }]));
  });

  it('that has to be taken by hand leads to the page', async () => {
    render(<UpdateLine />);
    tell({ is: 'by-hand', version: '1.4.2', notes, asks: true });
    expect(screen.getByTestId('update-line').textContent).toContain('새 버전 1.4.2가 나왔어요');
    fireEvent.click(screen.getByTestId('update-page'));
    await waitFor(() => expect(called('updates-open-page')).toEqual([{}]));
  });
});

describe('설정 > 정보', () => {
  it.each(updateFailureReasons)('has a sentence for a search that failed: %s', (why) => {
    render(<UpdateSettings />);
    tell({ is: 'failed', why });
    expect(screen.getByTestId('updates').textContent).toContain(words.failures[why]);
  });

  it('looks on a press, not twice at once, and is switched off', async () => {
    render(<UpdateSettings />);
    tell({ is: 'none' });
    fireEvent.click(screen.getByTestId('update-look'));
    await waitFor(() => expect(called('updates-look')).toEqual([{}]));
    tell({ is: 'downloading', version: '1.4.0', percent: 40 });
    expect(screen.getByTestId('updates').textContent).toContain('새 버전 1.4.0 받는 중 · 40%');
    expect(screen.getByTestId<HTMLButtonElement>('update-look').disabled).toBe(true);
    fireEvent.click(screen.getByTestId('update-automatic'));
    await waitFor(() => expect(called('updates-automatic')).toEqual([{ isOn: false }]));
    tell({ is: 'idle' }, false);
    expect(screen.getByTestId('updates').textContent).toContain(words.off);
  });

  it('asks for nothing where there is no server', () => {
    render(<UpdateSettings />);
    tell({ is: 'absent' });
    expect(screen.getByTestId('updates').textContent).toBe(words.absent);
  });
});
