import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { AskDialog } from '../../../src-renderer/ui/ask-dialog';

afterEach(cleanup);

function shown() {
  const answers = { onYes: vi.fn(), onNo: vi.fn(), onOther: vi.fn() };
  const words = { title: 'Sure?', body: 'It cannot be undone.', yes: 'Do it', no: 'Leave it' };
  const { onYes, onNo, onOther } = answers;
  render(<AskDialog open {...words} onYes={onYes} onNo={onNo} other={{ label: 'Other', onOther }} />);
  return answers;
}

it.each([
  ['Do it', 'onYes'],
  ['Leave it', 'onNo'],
  ['Other', 'onOther'],
] as const)('%s is the answer %s, and no other', (label, answer) => {
  const answers = shown();
  fireEvent.click(screen.getByText(label));
  for (const [name, onAnswer] of Object.entries(answers))
    expect(onAnswer).toHaveBeenCalledTimes(name === answer ? 1 : 0);
});

it('starts on the way out, so that Enter does nothing that cannot be taken back', async () => {
  shown();
  await expect.poll(() => document.activeElement?.textContent).toBe('Leave it');
});

it('takes Escape for a no', () => {
  const { onNo, onYes } = shown();
  fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
  expect(onNo).toHaveBeenCalledTimes(1);
  expect(onYes).not.toHaveBeenCalled();
});
