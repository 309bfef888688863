import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { startTroubles } from '../../../src-preload/contract/start-troubles';
import { StartTrouble } from '../../../src-renderer/shell/start-trouble';
import { createFakeBridge } from '../../support/window/fake-bridge';

afterEach(cleanup);

it.each(startTroubles)('a start that fails for %s offers the folder of the data and 문제 알리기', async (trouble) => {
  const { calls } = createFakeBridge({ 'backups-list': () => [], 'diagnostics-open-folder': () => ({}) });
  render(<StartTrouble trouble={trouble} detail={undefined} />);
  expect(await screen.findByTestId('support-report')).toBeTruthy();
  fireEvent.click(screen.getByTestId('open-data-folder'));
  expect(calls).toContainEqual({ name: 'diagnostics-open-folder', input: { of: 'data' } });
});

it.each(['corrupt', 'failed'] as const)('%s: the newest backups are offered, three at most', async (trouble) => {
  const backups = [5, 4, 3, 2].map((at) => ({ name: `${at}.db`, at, kind: 'daily', bytes: 1 }));
  const { calls } = createFakeBridge({ 'backups-list': () => backups, 'backups-restore': () => ({}) });
  render(<StartTrouble trouble={trouble} detail={undefined} />);
  const buttons = await screen.findAllByTestId('backup-restore');
  expect(buttons).toHaveLength(3);
  const [newest] = buttons;
  if (newest) fireEvent.click(newest);
  expect(calls).toContainEqual({ name: 'backups-restore', input: { name: '5.db' } });
});
