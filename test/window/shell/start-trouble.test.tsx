import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { startTroubles } from '../../../src-preload/contract/start-troubles';
import { StartTrouble } from '../../../src-renderer/shell/start-trouble';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';

afterEach(cleanup);

it.each(startTroubles)('a start that fails for %s offers the folder of the data and 문제 알리기', async (trouble) => {
  const { calls } = createFakeBridge({ 'backups-list': () => [], 'diagnostics-open-folder': () => ({}) });
  render(<StartTrouble trouble={trouble} detail={undefined} />);
  expect(await screen.findByTestId('support-report')).toBeTruthy();
  fireEvent.click(screen.getByTestId('open-data-folder'));
  expect(calls).toContainEqual({ name: 'diagnostics-open-folder', input: { of: 'data' } });
});

it('opening the folder changes no file: nothing of the kind is said, and the repairs stay open', async () => {
  const backups = [{ name: '5.db', at: 5, kind: 'daily', bytes: 1 }];
  createFakeBridge({ 'backups-list': () => backups, 'diagnostics-open-folder': () => new Promise(() => undefined) });
  render(<StartTrouble trouble="corrupt" detail={undefined} />);
  const restore: HTMLButtonElement = await screen.findByTestId('backup-restore');
  fireEvent.click(screen.getByTestId('open-data-folder'));
  expect(restore.disabled).toBe(false);
  expect(screen.queryByText(text.startTrouble.working)).toBeNull();
});

it('says where the folder could not be opened', async () => {
  createFakeBridge({ 'backups-list': () => [] });
  render(<StartTrouble trouble="failed" detail={undefined} />);
  fireEvent.click(screen.getByTestId('open-data-folder'));
  expect(await screen.findByText(text.shell.callFailed)).toBeTruthy();
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
