import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { BookRow } from '../../../../src-preload/contract/book/row';
import { RegisteredNumber } from '../../../../src-renderer/features/orders/book/registered-number';

const row: BookRow = {
  productOrderId: '2026112712345741',
  stage: 'sent',
  hasNumber: true,
  badges: [],
  isLate: false,
  points: 0,
  memoNamesDay: false,
  isUntracked: false,
  pullOut: [],
  isWatched: false,
  readAt: Date.UTC(2026, 10, 27, 7, 50),
};

it('is shown with its courier, copied without marks, and said to wait for a scan only while it does', () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  const sent: BookRow = { ...row, courier: 'CJGLS', trackingNumber: '681213007521', parcel: 'not-scanned' };
  const { rerender } = render(<RegisteredNumber row={sent} />);
  expect(screen.getByTestId('registered-number').textContent).toContain('CJ대한통운');
  expect(screen.getByTestId('registered-number').textContent).toContain('681213007521');
  expect(screen.getByText(/택배사 스캔은 아직이에요/u)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '번호 복사하기' }));
  expect(writeText).toHaveBeenCalledWith('681213007521');

  rerender(<RegisteredNumber row={{ ...sent, parcel: 'scanned' }} />);
  expect(screen.queryByText(/택배사 스캔은 아직이에요/u)).toBeNull();
});

it('is not there before the market has one', () => {
  const { container } = render(<RegisteredNumber row={{ ...row, stage: 'waiting', pendingNumber: '681213007521' }} />);
  expect(container.childElementCount).toBe(0);
});
