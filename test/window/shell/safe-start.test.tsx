import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { TroubleBanner } from '../../../src-renderer/shell/trouble-banner';
import { useAppState } from '../../../src-renderer/state/app-state';
import { text } from '../../../src-renderer/text';
import { createFakeBridge } from '../../support/window/fake-bridge';

afterEach(cleanup);

it('a start with --safe says that nothing is sent, whatever store is chosen, and its button begins sending', () => {
  const { calls } = createFakeBridge({});
  useAppState.setState({ phase: 'ready', isSafe: true, stores: [], statuses: [], chosen: undefined });
  render(<TroubleBanner />);
  expect(screen.getByRole('region').textContent).toContain(text.shell.banner.safeTitle);
  fireEvent.click(screen.getByTestId('leave-safe'));
  expect(calls).toEqual([{ name: 'app-restart', input: { sending: true } }]);
});

it('says that it works while the app starts again, and takes no second press', async () => {
  let answer: (value: object) => void = () => undefined;
  const { calls } = createFakeBridge({ 'app-restart': () => new Promise((resolve) => (answer = resolve)) });
  useAppState.setState({ phase: 'ready', isSafe: true, stores: [], statuses: [], chosen: undefined });
  render(<TroubleBanner />);
  const button: HTMLButtonElement = screen.getByTestId('leave-safe');
  fireEvent.click(button);
  expect([button.textContent, button.disabled]).toEqual([text.shell.banner.safeLeaving, true]);
  fireEvent.click(button);
  await act(async () => answer({}));
  expect([button.textContent, button.disabled]).toEqual([text.shell.banner.safeLeave, false]);
  expect(calls).toHaveLength(1);
});

it('any other start says nothing of it', () => {
  useAppState.setState({ isSafe: false });
  expect(render(<TroubleBanner />).container.textContent).toBe('');
});
