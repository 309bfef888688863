import type { ReadFailure } from './workbook';

/**
 * A file is refused with a code. Thrown deep inside a scan and turned into a value in one place, read-workbook.ts;
 * never crosses the edge of this folder.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ReadFailure,
    readonly detail?: string,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'Refusal';
  }
}

/**
 * The fast reader met something that is legal, or nearly so, but that it was not written for. The file then goes to the
 * library, which is slower and knows more.
 */
export class Unfamiliar extends Error {
  constructor(readonly what: string) {
    super(what);
    this.name = 'Unfamiliar';
  }
}
