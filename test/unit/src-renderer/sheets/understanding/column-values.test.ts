import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookAtColumn, samplesOf } from '../../../../../src-renderer/sheets/understanding/column-values';
import { table } from './table';

const cell = fc.oneof(
  fc.constantFrom('', ' ', '로젠택배', '2026112110000001', 'x'.repeat(501), 'y'.repeat(70)),
  fc.string(),
);

it('shows the samples of a column, looked at or not', () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 90 }), (cells) => {
      const sheet = table([['택배사'], ...cells.map((text) => [text])]);
      expect(samplesOf(sheet, 0, 0)).toEqual(lookAtColumn(sheet, 0, 0).samples);
    }),
  );
});

it('shows three different values, cleaned and cut to their beginning', () => {
  const sheet = table([['메모'], ['가'], [' 가 '], ['z'.repeat(501)], ['나'.repeat(70)], ['다'], ['라']]);
  expect(samplesOf(sheet, 0, 0)).toEqual(['가', '나'.repeat(60), '다']);
});

it('counts the values that name a courier, the same one as often as it stands there', () => {
  const cells = [
    '로젠택배',
    '로젠택배',
    '한진',
    '2026112110000001',
    '99113007001',
    '김가람',
    '로젠택배'.padEnd(21, '가'),
  ];
  const { filled, courier, marketId, tracking } = lookAtColumn(
    table([['택배사'], ...cells.map((text) => [text])]),
    0,
    0,
  );
  expect({ filled, courier, marketId, tracking }).toEqual({ filled: 7, courier: 3, marketId: 1, tracking: 1 });
});
