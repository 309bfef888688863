import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { AboutSettings } from '../../../../src-renderer/features/settings/about-settings';
import { noticesOf, readNotices } from '../../../../src-renderer/features/settings/read-notices';
import { useAppState } from '../../../../src-renderer/state/app-state';

vi.mock(import('../../../../src-renderer/features/settings/read-notices'), async (importOriginal) => ({
  ...(await importOriginal()),
  readNotices: vi.fn<() => Promise<undefined>>(),
}));

afterEach(cleanup);

it('shows the version, and each package with the whole text of its licence', async () => {
  vi.mocked(readNotices).mockResolvedValue([
    { name: 'react', version: '19.3.1', licence: 'MIT', text: 'MIT License\n\nCopyright (c) Meta Platforms' },
    { name: 'fflate', version: '0.8.3', licence: 'MIT', text: 'Copyright (c) 2026 Arjun Barrett' },
  ]);
  useAppState.setState({ version: '1.2.3' });
  render(<AboutSettings />);
  expect(screen.getByText('발송데스크 1.2.3')).toBeTruthy();
  fireEvent.click(screen.getByTestId('notices-open'));
  const shown = await screen.findAllByTestId('notice');
  expect(shown.map(({ dataset }) => dataset['package'])).toEqual(['react', 'fflate']);
  expect(shown[0]?.textContent).toContain('react 19.3.1 MIT');
  expect(shown[0]?.textContent).toContain('Copyright (c) Meta Platforms');
});

it('says where the text lies when the window has no list', async () => {
  vi.mocked(readNotices).mockResolvedValue(undefined);
  render(<AboutSettings />);
  fireEvent.click(screen.getByTestId('notices-open'));
  expect(await screen.findByText(/THIRD-PARTY-NOTICES\.txt/)).toBeTruthy();
});

it('takes from the list only what is a notice', () => {
  const right = { name: 'zod', version: '4', licence: 'MIT', text: 'MIT License' };
  expect(noticesOf({ notices: [right, { ...right, text: 1 }, null] })).toEqual([right]);
  expect(noticesOf({})).toBeUndefined();
  expect(noticesOf(undefined)).toBeUndefined();
});
