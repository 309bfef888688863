import { describe, expect, it, vi } from 'vitest';
import type { EditStep } from '../../../../../src-preload/contract/edit-step';
import type { ImportId } from '../../../../../src-preload/contract/ids';
import { importIdSchema } from '../../../../../src-preload/contract/ids';

// The window's own state asks for the room of the screen.
vi.stubGlobal('window', { matchMedia: () => ({ matches: true, addEventListener: () => undefined }) });
const { stepToRedo, stepToUndo } = await import('../../../../../src-renderer/review/state/edit-history');
const { labelOf, stepWords } = await import('../../../../../src-renderer/review/state/step-label');

const [one, other, closed] = [1, 2, 3].map((n) => importIdSchema.parse(`00000000-0000-4000-8000-00000000000${n}`));
if (!one || !other || !closed) throw new Error('three drafts');
const step = (id: number, importId: ImportId, undone = false): EditStep => ({
  id,
  importId,
  undone,
  label: { what: 'typed', lines: 1 },
});
const inReview = new Set([one, other]);

describe('the step that is next', () => {
  it('is the newest that was done in any file under review, and none of a file that was closed', () => {
    const steps = [step(1, one), step(2, other), step(3, closed), step(4, other, true)];
    expect(stepToUndo(steps, inReview)?.id).toBe(2);
    expect(stepToUndo([step(3, closed)], inReview)).toBeUndefined();
  });

  it('to be done again is the one that was taken back last', () => {
    const steps = [step(1, one), step(2, closed, true), step(3, other, true), step(4, one, true)];
    expect(stepToRedo(steps, inReview)?.id).toBe(3);
    expect(stepToRedo([step(1, one)], inReview)).toBeUndefined();
  });
});

describe('what a step is called', () => {
  const after = { cells: { trackingNumber: '1' } };
  const patches = [2, 3, 4].map((row) => ({ row, before: { cells: { trackingNumber: null } }, after }));

  it('names the column where it changed one, and how many lines', () => {
    const act = { do: 'paste' as const, top: 0, fields: ['trackingNumber' as const], table: [['1'], ['1'], ['1']] };
    const label = labelOf({ name: 'range', input: act }, patches);
    expect(label).toEqual({ what: 'pasted', lines: 3, field: 'trackingNumber' });
    expect(label && stepWords(label)).toBe('3줄 송장번호 붙여넣기');
  });

  it('tells a tick from a line that was taken out', () => {
    const changed = [{ row: 2, before: { chosen: null }, after: { chosen: false } }];
    const ask = (chosen: boolean | null) =>
      labelOf({ name: 'change', input: { changes: [{ row: 2, change: { chosen } }] } }, changed);
    expect(ask(false)?.what).toBe('excluded');
    expect(ask(null)?.what).toBe('ticked');
    expect(labelOf({ name: 'tickAll', input: {} }, changed)).toEqual({ what: 'ticked', lines: 1 });
  });

  it('is nothing where nothing changed', () => {
    expect(labelOf({ name: 'tickAll', input: {} }, [])).toBeUndefined();
  });
});
