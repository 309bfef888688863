import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announce, hideAnnouncement, useAnnouncements } from '../../../src-renderer/state/announcements';
import { useAppState } from '../../../src-renderer/state/app-state';
import type { Place } from '../../../src-renderer/state/app-state';
import { Announcer, UndoLine } from '../../../src-renderer/ui/announcer';

const run = vi.fn(async () => undefined);
const undo = { label: '되돌리기', run };

beforeEach(() => {
  run.mockClear();
  useAppState.setState({ place: 'orders' });
  render(
    <>
      <UndoLine />
      <Announcer />
    </>,
  );
});
afterEach(() => {
  cleanup();
  hideAnnouncement();
  useAnnouncements.setState({ hasFoot: false });
});

const say = (...said: Parameters<typeof announce>): void => act(() => announce(...said));
const lookAt = (place: Place): void => act(() => useAppState.setState({ place }));
const toast = (): string | undefined => document.querySelector('.announcer')?.textContent;

it('takes a sentence away with the screen it was raised on', () => {
  say('복사했어요');
  expect(toast()).toBe('복사했어요');
  lookAt('settings');
  expect(toast()).toBe('');
  lookAt('orders');
  expect(toast()).toBe('');
});

it('keeps what is said as the screen changes', () => {
  act(() => {
    announce('파일을 만들었어요');
    useAppState.setState({ place: 'send' });
  });
  expect(toast()).toBe('파일을 만들었어요');
});

it('goes on reading out what the next screen shows itself', () => {
  say('2건을 대기 목록에 넣었어요', undefined, ['send', 'log']);
  lookAt('log');
  expect(screen.getByRole('status').textContent).toBe('2건을 대기 목록에 넣었어요');
  expect(toast()).toBeUndefined();
  lookAt('settings');
  expect(toast()).toBe('');
});

it('keeps the way back above another screen, not over its foot', () => {
  say('발주 확인했어요', undo);
  expect(toast()).toContain('발주 확인했어요');
  expect(screen.queryByTestId('undo-line')).toBeNull();
  lookAt('settings');
  expect(toast()).toBeUndefined();
  expect(screen.getByTestId('undo-line').textContent).toContain('발주 확인했어요');
  fireEvent.click(screen.getByTestId('take-back-button'));
  expect(run).toHaveBeenCalledOnce();
  say('되돌렸어요');
  expect(screen.queryByTestId('undo-line')).toBeNull();
  expect(toast()).toBe('되돌렸어요');
});

it('leaves the way back to a foot that shows it itself', () => {
  say('발주 확인했어요', undo);
  lookAt('log');
  expect(screen.queryByTestId('take-back-button')).toBeNull();
  lookAt('send');
  expect(screen.getByTestId('undo-line')).toBeTruthy();
  act(() => useAnnouncements.setState({ hasFoot: true }));
  expect(screen.queryByTestId('undo-line')).toBeNull();
});
