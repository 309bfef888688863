import type { LinePatch } from '../../src-preload/contract/check/line-patch';
import type { EditLabel, EditStep } from '../../src-preload/contract/edit-step';
import type { ImportId } from '../../src-preload/contract/ids';

/** Steps of editing, kept with the draft whose lines they changed. */
export interface EditStepsTable {
  /**
   * A step of a draft, with its first lines; answers its number. Steps of the same store that were taken back are gone
   * then, and the oldest of the draft beyond 200.
   */
  add(importId: ImportId, label: EditLabel, patches: readonly LinePatch[]): number;
  /** Further lines of a step. Answers false where it is gone. */
  extend(step: number, part: number, patches: readonly LinePatch[]): boolean;
  /** Steps of a draft, the oldest first, without those that cannot be read. */
  list(importId: ImportId): EditStep[];
  /** One part of a step's lines, and whether another follows; undefined where it is gone. */
  patches(step: number, part: number): { patches: LinePatch[]; more: boolean } | undefined;
  mark(step: number, undone: boolean): boolean;
  /** Its lines were sent, it was closed, or its file is read another way. */
  clear(importId: ImportId): void;
  /** What identifies a person goes from steps of drafts older than `before`. Answers how many parts. */
  forgetPersonal(before: number): number;
}
