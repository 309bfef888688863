import type { TrackingCheck } from '../market-rules';

/** Fewer numbers than this say nothing about a courier's rule. */
const enough = 10;

/** Issue "Sheets": "If over 20 % of a courier's numbers fail the check digit, that is one remark for the file." */
const manyFail = 0.2;

/** A wrong digit fits another courier's rule by chance about once in ten; this many do not fit by chance. */
const clearlyOther = 0.5;

/** How one courier's numbers of a sheet fare under its check digit. */
export class CourierTally {
  checked = 0;
  failed = 0;
  private fitting = 0;

  add(check: TrackingCheck, sign: 1 | -1): void {
    if (check.digit === 'none') return;
    this.checked += sign;
    if (check.digit === 'ok') return;
    this.failed += sign;
    if (check.fits.length > 0) this.fitting += sign;
  }

  /** The rule does not hold for this seller's numbers: said once for the file, not on each line. */
  get ruleFails(): boolean {
    return (
      this.checked >= enough &&
      this.failed > this.checked * manyFail &&
      // Half of the failing ones pass another courier's rule: then the courier is wrong, not the rule.
      this.fitting < this.failed * clearlyOther
    );
  }
}
