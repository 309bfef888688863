/** A change that no test can notice, because the code does the same with it. */
export interface Equivalent {
  file: string;
  /** The code that is changed, as it stands there; of several lines the first. */
  code: string;
  /** What stands in its place; of several lines the first. */
  becomes: string;
  /** How many mutants this names, where the same code stands there more than once; 1 unless given. */
  times?: number;
  /** Why nothing is different. */
  because: string;
}

/** Not counted in the score. The bench fails when one of them is no longer there, or was noticed after all. */
export const equivalents: readonly Equivalent[] = [];
