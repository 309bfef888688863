import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CheckLine } from '../../../../src-renderer/features/settings/check-line';
import { koreanDay } from '../../../../src-preload/contract/korean-time';
import { storeSchema } from '../../../../src-preload/contract/store';
import { useAnnouncements } from '../../../../src-renderer/state/announcements';
import { text } from '../../../../src-renderer/text';
import { createFakeBridge } from '../../../support/window/fake-bridge';

const store = storeSchema.parse({
  id: '0d5f5c1e-7a68-4c1c-9d3b-3a0a4a1f7d11',
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: '4vmeK2mJabcdef',
  hasSecrets: true,
  authenticatedOn: '2026-03-12',
  checkFrom: 0,
  confirmFirst: 'ask',
});

let calls: ReturnType<typeof createFakeBridge>['calls'];
beforeEach(() => {
  ({ calls } = createFakeBridge({ 'stores-checked': () => ({}) }));
});
afterEach(cleanup);

const field = (): HTMLInputElement => screen.getByTestId('check-day');
function type(...values: string[]): void {
  field().focus();
  for (const value of values) fireEvent.change(field(), { target: { value } });
}
const saved = (authenticatedOn: string) => ({
  name: 'stores-checked',
  input: { storeId: store.id, authenticatedOn },
});

it('the year is typed whole before the day is saved, and the keyboard stays in the field', async () => {
  const { rerender } = render(<CheckLine store={store} />);
  type('0002-05-12', '0020-05-12', '0202-05-12', '2026-05-12');
  expect(calls).toEqual([]);
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(calls).toEqual([saved('2026-05-12')]);
  await act(async () => rerender(<CheckLine store={{ ...store, authenticatedOn: '2026-05-12' }} />));
  expect(document.activeElement).toBe(field());
  act(() => field().blur());
  expect(calls).toHaveLength(1);
});

it('a day that cannot be meant is not saved: it is said which are, and the stored one comes back', () => {
  render(<CheckLine store={store} />);
  for (const day of ['0002-05-12', koreanDay(Date.now() + 3 * 86_400_000)]) {
    type(day);
    act(() => field().blur());
    expect(field().value).toBe('2026-03-12');
    expect(useAnnouncements.getState().current.words).toBe(text.settings.check.unusable);
  }
  expect(calls).toEqual([]);
  expect([field().min, field().max]).toEqual(['2020-01-01', koreanDay(Date.now())]);
});

it('says days as a seller does, and of an authentication that is over that it has ended', () => {
  const today = koreanDay(Date.now());
  const year = Number(today.slice(0, 4));
  const { check } = text.settings;
  const { rerender } = render(<CheckLine store={{ ...store, authenticatedUntil: `${year - 1}-04-07` }} />);
  const due = () => screen.getByTestId('check-due').textContent;
  expect(due()).toContain(`‘하늘상점’의 네이버 인증이 ${year - 1}년 4월 7일에 끝났어요.`);
  expect(due()).not.toContain('그 전에');
  rerender(<CheckLine store={{ ...store, authenticatedUntil: `${year + 1}-04-07` }} />);
  expect(due()).toContain('‘하늘상점’의 네이버 인증이 4월 7일에 끝나요.');
  const later = { ...store, checkFrom: Date.UTC(year + 1, 3, 27) };
  rerender(<CheckLine store={later} />);
  expect(screen.getByTestId('check-until').textContent).toBe(check.unknown(`${year + 1}-04-27`, today));
  expect(check.unknown('2027-04-27', '2026-11-27')).toContain('4월 27일부터 알려요.');
  expect(check.until('2027-05-01', '2027-04-30')).toContain('5월 1일에 끝나요');
  expect(check.until('2027-05-01', '2027-05-02')).toContain('5월 1일에 끝났어요');
});

it('what was answered elsewhere is shown in the field', async () => {
  const { rerender } = render(<CheckLine store={store} />);
  await act(async () => rerender(<CheckLine store={{ ...store, authenticatedOn: '2026-06-01' }} />));
  expect(field().value).toBe('2026-06-01');
});
