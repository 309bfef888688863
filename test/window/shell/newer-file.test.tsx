import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Backup } from '../../../src-preload/contract/backup';
import { StartTrouble } from '../../../src-renderer/shell/start-trouble';
import { createFakeBridge } from '../../support/window/fake-bridge';

afterEach(cleanup);

const backup = (day: number, more: Partial<Backup> = {}): Backup => ({
  name: `desk-202611${day}-120000.sqlite`,
  kind: 'backup',
  at: Date.UTC(2026, 10, day, 3),
  bytes: 4096,
  ...more,
});

it('a file of a newer version: the backup from before it is named and offered, and nothing newer', async () => {
  const bridge = createFakeBridge({
    'backups-list': () => [backup(28, { isNewer: true }), backup(27), backup(26)],
    'backups-restore': () => ({}),
  });
  await act(async () => void render(<StartTrouble trouble="newer-schema" detail={undefined} />));
  expect(screen.getByTestId('backup-before-update').textContent).toContain('desk-20261127-120000.sqlite');
  const button = screen.getByTestId('backup-restore');
  expect(button.textContent).toMatch(/^업데이트 전 백업으로 되돌리기 \(/);
  // The new version is the better way: it loses nothing.
  expect(button.className).toBe('button');
  expect(screen.getByTestId('start-again').className).toBe('button primary');
  await act(async () => void fireEvent.click(button));
  expect(bridge.calls.at(-1)).toEqual({ name: 'backups-restore', input: { name: 'desk-20261127-120000.sqlite' } });
});

it('a file of a newer version without a backup from before offers none', async () => {
  createFakeBridge({ 'backups-list': () => [backup(28, { isNewer: true })] });
  await act(async () => void render(<StartTrouble trouble="newer-schema" detail={undefined} />));
  expect(screen.queryByTestId('backup-restore')).toBeNull();
  expect(screen.queryByTestId('backup-before-update')).toBeNull();
});

it('a broken file offers the newest three', async () => {
  createFakeBridge({ 'backups-list': () => [28, 27, 26, 25].map((day) => backup(day)) });
  await act(async () => void render(<StartTrouble trouble="corrupt" detail={undefined} />));
  const buttons = screen.getAllByTestId('backup-restore');
  expect(buttons).toHaveLength(3);
  expect(buttons[0]?.className).toBe('button primary');
});
