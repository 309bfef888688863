import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Digits } from '../../../src-renderer/ui/digits';

afterEach(cleanup);

it.each([
  ['a tracking number', '681231213325', ['6812', '3121', '3325']],
  [
    'an item, whose end alone tells it from its neighbours',
    '202611210900_000003000_[3]',
    ['202611210900_00000', '3000_[3]'],
  ],
])('keeps the end of %s apart, for a cell that has room for no more, and its text whole', (_, value, parts) => {
  const { container } = render(<Digits value={value} />);
  expect(container.textContent).toBe(value);
  expect([...container.querySelectorAll('.digits > span')].map(({ textContent }) => textContent)).toEqual(parts);
});
