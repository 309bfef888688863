import type { Line, Remark } from '../line';
import type { LineField } from '../line-fields';
import type { Assessment } from './assessment';
import { judgeBundle, type Bundle } from './bundle';
import { CourierTally } from './courier-tally';
import { IndexGroups } from './index-groups';
import { LostColumns, type TargetField } from './lost-columns';
import { makeRemark } from './remark-codes';

/** Fewer numbered lines than this cannot tell a shifted column from a slip. */
const enoughForShift = 3;

/** A line with what it says by itself. */
interface AssessedLine {
  line: Line;
  assessment: Assessment;
}

interface TargetVerdict {
  target: string;
  /** The lines say different things about the target. */
  differ: boolean;
  /** Of the first line that says all about the target. */
  firstRow: number | undefined;
  rows: string;
  numbers: string;
}

interface NumberVerdict {
  bundle: Bundle;
  targets: number;
  rows: string;
}

/** Rows named in a remark; more would not be read. */
const rowsNamed = 5;

/** What the lines of a sheet tell about each other. Lines the seller took out (`chosen: false`) do not count. */
export class SheetFacts {
  private readonly byTarget: IndexGroups<TargetVerdict>;
  private readonly byNumber: IndexGroups<NumberVerdict>;
  private readonly lost: LostColumns;
  private readonly tallies = new Map<string, CourierTally>();
  private numbered = 0;
  private equalToOrder = 0;

  /** Both arrays are shared with the caller, who fills the second and tells of each with note(); then replace() alone changes them. */
  constructor(
    private readonly lines: Line[],
    private readonly assessments: Assessment[],
    private readonly targetField: TargetField,
    hasLookups: boolean,
  ) {
    this.lost = new LostColumns(targetField, hasLookups);
    this.byTarget = new IndexGroups(lines.length, (indexes, target) => this.judgeTarget(indexes, target));
    this.byNumber = new IndexGroups(lines.length, (indexes) => this.judgeNumber(indexes));
  }

  at(index: number): AssessedLine {
    const line = this.lines[index];
    const assessment = this.assessments[index];
    if (line === undefined || assessment === undefined) throw new RangeError(`no line at ${index}`);
    return { line, assessment };
  }

  /** Counts a line among the others: once, when it has been assessed. */
  note(index: number): void {
    this.count(index, this.at(index), 1);
  }

  /** All remarks of a line: its own and those that other lines give it. */
  remarksOf(index: number): Remark[] {
    const { line, assessment } = this.at(index);
    if (line.chosen === false) return [...assessment.remarks];
    const shifted = this.isShifted && assessment.trackingNumber !== undefined;
    const own = shifted
      ? assessment.remarks.filter((remark) => remark.code !== 'tracking-is-order')
      : assessment.remarks;
    const remarks = [...own];
    if (shifted) remarks.push(makeRemark('shifted-column', 'trackingNumber'));
    else this.addDigit(assessment, remarks);
    const lost = this.addLost(line, assessment, remarks);
    this.addTarget(index, remarks, lost.has(this.targetField));
    // A number that was cut says nothing about boxes.
    if (!lost.has('trackingNumber')) this.addNumber(index, assessment, remarks);
    return remarks;
  }

  /** Remarks that are said once for the file. */
  fileRemarks(): Remark[] {
    const remarks = this.lost.fileRemarks();
    if (this.isShifted) {
      const detail = { same: String(this.equalToOrder), total: String(this.numbered) };
      remarks.push(makeRemark('file-shifted-column', 'trackingNumber', detail));
      return remarks;
    }
    for (const [courier, tally] of this.tallies) {
      if (!tally.ruleFails) continue;
      const detail = { courier, failed: String(tally.failed), total: String(tally.checked) };
      remarks.push(makeRemark('file-tracking-digit', 'trackingNumber', detail));
    }
    return remarks;
  }

  /** Takes note that a line is replaced; answers the indexes whose remarks may differ now. */
  replace(index: number, line: Line, assessment: Assessment): Set<number> {
    const touched = new Set<number>([index]);
    const before = this.at(index);
    const gather = (of: Assessment): void => {
      for (const each of this.byTarget.of(of.target)) touched.add(each);
      for (const each of this.byNumber.of(numberKey(of))) touched.add(each);
    };
    const shiftedBefore = this.isShifted;
    const lostBefore = this.lost.suspected().join();
    const failingBefore = this.failingCouriers();
    gather(before.assessment);
    this.count(index, before, -1);
    this.assessments[index] = assessment;
    this.lines[index] = line;
    this.note(index);
    gather(assessment);
    const failing = this.failingCouriers();
    const flipped = [...failing, ...failingBefore].filter((each) => failing.has(each) !== failingBefore.has(each));
    if (shiftedBefore !== this.isShifted || lostBefore !== this.lost.suspected().join())
      for (const each of this.lines.keys()) touched.add(each);
    for (const courier of flipped)
      for (const [each, other] of this.assessments.entries()) if (other.courier === courier) touched.add(each);
    return touched;
  }

  /** Fields whose column shows now that it was cut. */
  lostFields(): LineField[] {
    return this.lost.suspected();
  }

  /** Whether a line's number is held because of its column. */
  isLost(index: number, field: LineField): boolean {
    const { line, assessment } = this.at(index);
    return this.lost.lostOf(line, assessment).some((each) => each.field === field);
  }

  private get isShifted(): boolean {
    return this.equalToOrder >= enoughForShift && this.equalToOrder * 2 > this.numbered;
  }

  private failingCouriers(): Set<string> {
    return new Set([...this.tallies].filter(([, tally]) => tally.ruleFails).map(([courier]) => courier));
  }

  private count(index: number, { line, assessment }: AssessedLine, sign: 1 | -1): void {
    this.lost.count(line, assessment, sign);
    if (line.chosen === false) return;
    if (sign === 1) {
      this.byTarget.add(assessment.target, index);
      this.byNumber.add(numberKey(assessment), index);
    } else {
      this.byTarget.remove(assessment.target, index);
      this.byNumber.remove(numberKey(assessment), index);
    }
    if (assessment.trackingNumber !== undefined) {
      this.numbered += sign;
      if (isOrderNumber(assessment)) this.equalToOrder += sign;
    }
    if (assessment.courier !== undefined && assessment.tracking !== undefined) {
      let tally = this.tallies.get(assessment.courier);
      if (tally === undefined) {
        tally = new CourierTally();
        this.tallies.set(assessment.courier, tally);
      }
      tally.add(assessment.tracking, sign);
    }
  }

  private addDigit(assessment: Assessment, remarks: Remark[]): void {
    const { courier, tracking, trackingNumber } = assessment;
    if (courier === undefined || tracking === undefined || trackingNumber === undefined) return;
    if (tracking.length === 'ok' && this.tallies.get(courier)?.ruleFails === true) return;
    const detail = { courier, number: trackingNumber };
    if (tracking.fits.length > 0) {
      remarks.push(makeRemark('other-courier', 'courier', { ...detail, candidates: tracking.fits.join(',') }));
    } else if (tracking.digit === 'wrong') remarks.push(makeRemark('tracking-digit', 'trackingNumber', detail));
  }

  /** Holds the numbers of columns that were cut; answers the fields of this line that have lost digits for one reason or another. */
  private addLost(line: Line, assessment: Assessment, remarks: Remark[]): ReadonlySet<LineField | undefined> {
    const lost = new Set(remarks.filter(({ code }) => code === 'digits-broken').map(({ field }) => field));
    for (const { field, id } of this.lost.lostOf(line, assessment)) {
      if (!lost.has(field)) remarks.push(makeRemark('digits-broken', field, { value: id }));
      lost.add(field);
    }
    return lost;
  }

  private addTarget(index: number, remarks: Remark[], isLost: boolean): void {
    const { line, assessment } = this.at(index);
    const verdict = this.byTarget.verdict(index, assessment.target);
    if (verdict === undefined || !saysSomething(assessment)) return;
    const stock = this.targetField === 'itemId';
    const field = stock ? 'itemId' : 'productOrderId';
    const { target, rows, numbers, firstRow } = verdict;
    if (isLost) {
      // Different ids that became one when they were cut: neither several boxes of one order, nor the same line twice.
      remarks.push(makeRemark('digits-collide', this.targetField, { rows, target }));
    } else if (verdict.differ) {
      remarks.push(makeRemark(stock ? 'item-differs' : 'product-order-differs', field, { rows, numbers, target }));
    } else if (assessment.complete === true && firstRow !== line.row) {
      remarks.push(makeRemark(stock ? 'item-again' : 'product-order-again', field, { row: String(firstRow) }));
    }
  }

  private addNumber(index: number, assessment: Assessment, remarks: Remark[]): void {
    const verdict = this.byNumber.verdict(index, numberKey(assessment));
    if (verdict === undefined || verdict.targets < 2) return;
    const code = (
      {
        together: 'same-number',
        orders: 'same-number-orders',
        strangers: 'different-recipients',
      } as const
    )[verdict.bundle];
    remarks.push(makeRemark(code, 'trackingNumber', { count: String(verdict.targets), rows: verdict.rows }));
  }

  private judgeTarget(indexes: ReadonlySet<number>, target: string): TargetVerdict {
    const saying = this.inOrder(indexes).filter(({ assessment }) => saysSomething(assessment));
    const complete = saying.filter(({ assessment }) => assessment.complete === true);
    const sayings = new Set(complete.map(({ assessment }) => sayingOf(assessment.job)));
    const numbers = new Set(saying.flatMap(({ assessment }) => assessment.trackingNumber ?? []));
    return {
      target,
      differ: sayings.size > 1 || numbers.size > 1,
      firstRow: complete[0]?.line.row,
      rows: rowsOf(saying),
      numbers: [...numbers].slice(0, rowsNamed).join(','),
    };
  }

  private judgeNumber(indexes: ReadonlySet<number>): NumberVerdict {
    const members = this.inOrder(indexes);
    const targets = new Set(members.map(({ line, assessment }) => assessment.target ?? `row ${line.row}`));
    return { bundle: judgeBundle(members.map(({ line }) => line)), targets: targets.size, rows: rowsOf(members) };
  }

  private inOrder(indexes: ReadonlySet<number>): AssessedLine[] {
    return [...indexes].toSorted((one, other) => one - other).map((index) => this.at(index));
  }
}

function rowsOf(members: readonly AssessedLine[]): string {
  return members
    .slice(0, rowsNamed)
    .map(({ line }) => line.row)
    .join(',');
}

/** The number alone: under two couriers it is still one box, or a slip worth seeing. */
function numberKey(assessment: Assessment): string | undefined {
  return isOrderNumber(assessment) ? undefined : assessment.trackingNumber;
}

/** Equal for jobs that want the same of their target; the date does not tell two shipments apart. */
function sayingOf(job: Assessment['job']): string {
  const values = job?.values;
  const dispatch =
    values?.kind === 'dispatch' ? values.dispatch : values?.kind === 'lookup' ? values.lookup.thenDispatch : undefined;
  return JSON.stringify(dispatch === undefined ? values : { ...dispatch, dispatchDate: undefined });
}

function isOrderNumber(assessment: Assessment): boolean {
  const { trackingNumber: number } = assessment;
  return number === assessment.target || number === assessment.orderId;
}

/** A line that names no number yet does not contradict one that does. */
function saysSomething({ complete, trackingNumber }: Assessment): boolean {
  return complete === true || trackingNumber !== undefined;
}
