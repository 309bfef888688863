import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { UnreadSettings } from '../../../../src-renderer/features/settings/unread-settings';
import { useAppState } from '../../../../src-renderer/state/app-state';
import { createFakeBridge } from '../../../support/window/fake-bridge';

afterEach(cleanup);

it('names the stores and settings that cannot be read, also without any store, and no order of theirs', async () => {
  createFakeBridge({
    'log-unread': () => ({
      records: [
        { source: 'store', key: 's', name: '하늘상점' },
        { source: 'setting', key: 'settings' },
        { source: 'job', key: '7', name: '2026030212345671' },
      ],
    }),
  });
  useAppState.setState({ phase: 'ready', stores: [], statuses: [] });
  render(<UnreadSettings />);
  await expect
    .poll(() => screen.queryAllByTestId('unread-record').map((row) => row.dataset['source']))
    .toEqual(['store', 'setting']);
  expect(screen.getByText('기본값으로 쓰고 있어요. 설정에서 다시 골라 주세요.')).toBeTruthy();
});

it('asks again when a setting was chosen, and goes once everything can be read', async () => {
  const records = [{ source: 'setting', key: 'settings' }];
  createFakeBridge({ 'log-unread': () => ({ records: [...records] }) });
  render(<UnreadSettings />);
  await expect.poll(() => screen.queryAllByTestId('unread-record').length).toBe(1);
  records.pop();
  useAppState.setState(({ settings }) => ({ settings: { ...settings } }));
  await expect.poll(() => screen.queryByTestId('unread-records')).toBe(null);
});
