import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StoreForm } from '../../../../src-renderer/features/settings/store-form';
import { StoreTicks } from '../../../../src-renderer/features/settings/store-ticks';
import { openForm } from '../../../../src-renderer/features/settings/settings-state';
import { useAppState } from '../../../../src-renderer/state/app-state';
import type { Store, TestReport } from '../../../../src-preload/contract/store';
import { storeSchema } from '../../../../src-preload/contract/store';
import { createFakeBridge } from '../../../support/window/fake-bridge';

const secret = '$2a$10$abcdefghijklmnopqrstuv';
const store: Store = storeSchema.parse({
  id: '0d5f5c1e-7a68-4c1c-9d3b-3a0a4a1f7d11',
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: '4vmeK2mJabcdef',
  hasSecrets: true,
  secretSavedAt: Date.UTC(2026, 5, 3),
  confirmFirst: 'ask',
});

beforeEach(() => {
  createFakeBridge({});
  useAppState.setState({ phase: 'ready', stores: [], statuses: [] });
});
afterEach(cleanup);

const field = (name: string): HTMLInputElement => screen.getByTestId(name);
function paste(into: string, words: string): void {
  fireEvent.paste(field(into), { clipboardData: { getData: () => words } });
}

it('puts a secret that is pasted into the field of the ID where it belongs, and says that each fits', () => {
  render(<StoreForm />);
  paste('store-client-id', secret);
  expect(field('store-client-id').value).toBe('');
  expect(field('store-client-secret').value).toBe(secret);
  fireEvent.change(field('store-client-id'), { target: { value: '4vmeK2mJabcdef' } });
  expect(screen.getAllByText('모양이 맞아요')).toHaveLength(2);
});

it('divides two values that are pasted at once into any field', () => {
  render(<StoreForm />);
  paste('store-label', `애플리케이션 ID 4vmeK2mJabcdef\n시크릿 ${secret}`);
  expect([field('store-client-id').value, field('store-client-secret').value]).toEqual(['4vmeK2mJabcdef', secret]);
});

it('takes the keyboard to the secret of a store, again with each wish for it', () => {
  render(<StoreForm store={store} />);
  expect(document.activeElement).toBe(field('store-client-secret'));
  field('store-label').focus();
  act(() => openForm(store.id));
  expect(document.activeElement).toBe(field('store-client-secret'));
});

it('says of each tick what it means, when it was found out, and after which one the others come', () => {
  const ticks: TestReport['ticks'] = { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'no', permission: 'unknown' };
  const report: TestReport = { code: 'ip-not-allowed', ticks, skewMs: 200, address: '121.140.77.12' };
  render(<StoreTicks store={store} shown={{ ticks, at: Date.UTC(2026, 10, 27, 7, 31), report }} />);
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(rows).toEqual([
    expect.stringContaining('연결되어 있어요'),
    expect.stringContaining('0.2초 차이'),
    expect.stringContaining('4vmeK2mJ… · 시크릿 저장 6월 3일'),
    expect.stringContaining('지금 IP 121.140.77.12 · 허용 목록에 없어요'),
    expect.stringContaining('API호출 IP 다음에 살펴봐요'),
  ]);
  expect(rows.map((row) => row?.endsWith('16:31'))).toEqual([true, true, true, true, false]);
});
