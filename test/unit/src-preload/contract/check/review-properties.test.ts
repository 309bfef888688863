import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAll, checkSheet, createReview } from '../../../../../src-preload/contract/check/review';
import { cj, cjNumber, context, line } from './made-up-lines';

describe('a review after edits', () => {
  it('says the same as a fresh check of the edited lines, and names every line that changed', () => {
    const texts: Record<string, string[]> = {
      productOrderId: ['2025010112345671', '2025010112345672', ''],
      courier: ['CJ', '한진', '까치', ''],
      trackingNumber: [...cj, '530727039920', '2025010112345671', '577417824038', ''],
      recipient: ['김하늘', '이바다', ''],
    };
    const fields = ['productOrderId', 'courier', 'trackingNumber', 'recipient'] as const;
    const cells = fc.record(
      Object.fromEntries(fields.map((field) => [field, fc.constantFrom(...(texts[field] ?? []))])),
    );
    const edits = fc.array(
      fc.record({
        row: fc.integer({ min: 1, max: 14 }),
        field: fc.constantFrom(...fields),
        pick: fc.nat(),
        chosen: fc.constantFrom(null, true, false),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 14 }), edits, (rows, changes) => {
        const settled = { ...context, byOrder: false };
        const review = createReview(
          rows.map((each, index) => ({ row: index + 1, cells: each })),
          settled,
        );
        const shown = new Map(review.lines().map((checked) => [checked.line.row, checked]));
        for (const { row, field, pick, chosen } of changes) {
          const choices = texts[field] ?? [];
          const change = { cells: { [field]: choices[pick % choices.length] ?? '' }, chosen };
          for (const checked of review.change(row, change)) shown.set(checked.line.row, checked);
        }
        const fresh = checkAll(
          review.lines().map((checked) => checked.line),
          settled,
        );
        expect([...shown.values()]).toEqual(fresh);
        expect(review.lines()).toEqual(fresh);
      }),
      { numRuns: 300 },
    );
  });

  it('says the same of columns that were cut', () => {
    const ids = [
      '2026112120000010',
      '2026112120000020',
      '2026112120000030',
      '2026112120000040',
      '2026112120000050',
      '2026112120000061',
      '20261121',
    ];
    const edits = fc.array(
      fc.record({
        row: fc.integer({ min: 1, max: 8 }),
        id: fc.constantFrom(...ids),
        chosen: fc.constantFrom(null, true, false),
      }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ids.slice(0, 6)), { minLength: 4, maxLength: 8 }),
        edits,
        fc.boolean(),
        (rows, changes, marks) => {
          const review = createReview(
            rows.map((productOrderId, index) => line(index + 1, { productOrderId, trackingNumber: cjNumber(index) })),
            context,
          );
          if (marks) review.markLost();
          const shown = new Map(review.lines().map((checked) => [checked.line.row, checked]));
          for (const { row, id, chosen } of changes) {
            for (const checked of review.change(row, { cells: { productOrderId: id }, chosen }))
              shown.set(checked.line.row, checked);
          }
          const lines = review.lines().map((checked) => checked.line);
          expect([...shown.values()]).toEqual(checkAll(lines, context));
          expect(review.file()).toEqual(checkSheet(lines, context));
        },
      ),
      { numRuns: 300 },
    );
  });
});
