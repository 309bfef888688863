import { expect, it } from 'vitest';
import { showTracking } from '../../../../../src-preload/contract/text/shown-number';

it.each([
  ['699568375375', '6995-6837-5375'],
  ['6865109394355', '68651-0939-4355'],
  ['5865109394355', '5865109394355'],
  ['EE123456789KR', 'EE123456789KR'],
])('%s is shown as %s', (number, shown) => {
  expect(showTracking(number)).toBe(shown);
});
