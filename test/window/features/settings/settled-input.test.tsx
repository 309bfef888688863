import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeIdSchema } from '../../../../src-preload/contract/ids';
import { storeSchema } from '../../../../src-preload/contract/store';
import { BookSettingsCard } from '../../../../src-renderer/features/settings/book-settings-card';
import { CheckLine } from '../../../../src-renderer/features/settings/check-line';
import { KeepSettings } from '../../../../src-renderer/features/settings/keep-settings';
import { SettledInput } from '../../../../src-renderer/features/settings/settled-input';
import { useAppState } from '../../../../src-renderer/state/app-state';
import { createFakeBridge, Refusal } from '../../../support/window/fake-bridge';
import { pending } from '../../../support/window/pending';

const store = storeSchema.parse({
  id: '0d5f5c1e-7a68-4c1c-9d3b-3a0a4a1f7d11',
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: '4vmeK2mJabcdef',
  hasSecrets: true,
  authenticatedOn: '2026-03-12',
  confirmFirst: 'ask',
});
const other = {
  ...store,
  id: storeIdSchema.parse('0d5f5c1e-7a68-4c1c-9d3b-3a0a4a1f7d12'),
  authenticatedOn: '2026-04-01',
};
const bookSettings = { everyMinutes: 5, daysBack: 14, keepPersonalDays: 90, keepChosen: true, todayMinutes: 900 };

const inputOf = (testId: string): HTMLInputElement => screen.getByTestId(testId);
const type = (testId: string, value: string): void => {
  inputOf(testId).focus();
  fireEvent.change(inputOf(testId), { target: { value } });
};

beforeEach(() => {
  useAppState.setState({
    stores: [store],
    chosen: store.id,
    settings: { ...useAppState.getState().settings, keepPersonalDays: 90 },
  });
});
afterEach(cleanup);

describe('a field that goes away with the keyboard in it', () => {
  it('keeps what was typed, once, and nothing where nothing was typed', () => {
    const settled: string[] = [];
    const settle = (typed: string) => {
      settled.push(typed);
      return { shown: typed };
    };
    const field = <SettledInput data-testid="field" saved="1" settle={settle} />;
    render(field).unmount();
    expect(settled).toEqual([]);
    const { unmount } = render(field);
    type('field', '2');
    unmount();
    expect(settled).toEqual(['2']);
    const again = render(field);
    type('field', '3');
    fireEvent.keyDown(inputOf('field'), { key: 'Enter' });
    again.unmount();
    expect(settled).toEqual(['2', '3']);
  });

  it('keeps it for the store it was typed for, when another is shown in its place', () => {
    const { calls } = createFakeBridge({ 'stores-checked': () => ({}) });
    const { rerender } = render(<CheckLine store={store} />);
    type('check-day', '2026-05-12');
    rerender(<CheckLine store={other} />);
    expect(inputOf('check-day').value).toBe('2026-04-01');
    act(() => inputOf('check-day').blur());
    expect(calls.map(({ input }) => input)).toEqual([{ storeId: store.id, authenticatedOn: '2026-05-12' }]);
  });
});

describe('what could not be stored gives way to what is, and is not stored twice', () => {
  it('the day of the authentication', async () => {
    const answer = pending<unknown>();
    const { calls } = createFakeBridge({ 'stores-checked': () => answer.promise });
    render(<CheckLine store={store} />);
    type('check-day', '2026-05-12');
    fireEvent.keyDown(inputOf('check-day'), { key: 'Enter' });
    act(() => inputOf('check-day').blur());
    expect(calls).toHaveLength(1);
    expect(inputOf('check-day').value).toBe('2026-05-12');
    answer.resolve(new Refusal('internal'));
    await waitFor(() => expect(inputOf('check-day').value).toBe('2026-03-12'));
  });

  it('what is typed meanwhile stays', async () => {
    const answer = pending<unknown>();
    createFakeBridge({ 'stores-checked': () => answer.promise });
    render(<CheckLine store={store} />);
    type('check-day', '2026-05-12');
    fireEvent.keyDown(inputOf('check-day'), { key: 'Enter' });
    type('check-day', '2026-05-13');
    await act(async () => answer.resolve(new Refusal('internal')));
    expect(inputOf('check-day').value).toBe('2026-05-13');
  });

  it('how long names and addresses stay', async () => {
    const { calls } = createFakeBridge({});
    render(<KeepSettings />);
    type('keep-personal-days', '30');
    fireEvent.keyDown(inputOf('keep-personal-days'), { key: 'Enter' });
    act(() => inputOf('keep-personal-days').blur());
    await waitFor(() => expect(inputOf('keep-personal-days').value).toBe('90'));
    expect(calls.map(({ name }) => name)).toEqual(['settings-set']);
  });

  it('the hour of 오늘출발', async () => {
    const { calls } = createFakeBridge({
      'book-settings': () => bookSettings,
      'book-today-hour': () => ({ is: 'unknown' }),
    });
    render(<BookSettingsCard />);
    await screen.findByTestId('book-today-hour');
    type('book-today-hour', '16:30');
    fireEvent.keyDown(inputOf('book-today-hour'), { key: 'Enter' });
    act(() => inputOf('book-today-hour').blur());
    await waitFor(() => expect(inputOf('book-today-hour').value).toBe('15:00'));
    expect(calls.filter(({ name }) => name === 'book-settings-set')).toHaveLength(1);
  });
});

it('an hour that is half emptied changes nothing; the button clears it', async () => {
  const { calls } = createFakeBridge({
    'book-settings': () => bookSettings,
    'book-today-hour': () => ({ is: 'unknown' }),
    'book-settings-set': () => ({}),
  });
  render(<BookSettingsCard />);
  await screen.findByTestId('book-today-hour');
  const stored = (): unknown[] => calls.filter(({ name }) => name === 'book-settings-set').map(({ input }) => input);
  type('book-today-hour', '');
  act(() => inputOf('book-today-hour').blur());
  expect(inputOf('book-today-hour').value).toBe('15:00');
  expect(stored()).toEqual([]);
  type('book-today-hour', '16:30');
  act(() => inputOf('book-today-hour').blur());
  fireEvent.click(screen.getByRole('button'));
  const { todayMinutes: _, ...rest } = bookSettings;
  await waitFor(() => expect(stored()).toEqual([{ ...rest, todayMinutes: 990 }, rest]));
  expect(inputOf('book-today-hour').value).toBe('');
});
