/** A row of a group, as far as its place in it is decided. */
export interface RowOfGroup {
  seq: number;
  courier: string | null;
  tracking: string | null;
}

/** A row in its place: `mates` rows of its box stand together there, it is the `at`-th of them, from 0. */
export interface PlacedRow {
  seq: number;
  at: number;
  mates: number;
}

/** Brings the rows of one box together, where the first of them stands; a row without a number is a box by itself. */
export function bringBoxesTogether(rows: readonly RowOfGroup[]): PlacedRow[] {
  const boxes = new Map<string, number[]>();
  for (const { seq, courier, tracking } of rows) {
    const box = tracking === null ? String(seq) : `${courier ?? ''}:${tracking}`;
    const mates = boxes.get(box);
    if (mates === undefined) boxes.set(box, [seq]);
    else mates.push(seq);
  }
  return [...boxes.values()].flatMap((seqs) => seqs.map((seq, at) => ({ seq, at, mates: seqs.length })));
}
