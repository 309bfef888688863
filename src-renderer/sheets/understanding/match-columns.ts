import type { JobKind } from '../../../src-preload/contract/job-states';
import { stockFields, type LineField } from '../../../src-preload/contract/line-fields';
import type { Sheet } from '../reading/workbook';
import { fitOf, holdsProductOrders, lookAtColumn, provenCouriers, type ColumnValues } from './column-values';
import { knownWords, wordOf } from './find-header';
import { foreignOrderWords, sentDateWords } from './header-words';
import type { Layout } from './layouts';
import { isNeverTaken, resembles } from './like-headers';
import { otherPhone } from './other-phone';

export type Columns = Partial<Record<LineField, number>>;

/** A column that may be meant by a field, with three of its values to look at. */
export interface Candidate {
  column: number;
  header: string;
  samples: string[];
  /** Hidden in Excel. */
  hidden: boolean;
}

/** A field whose column is not certain; the likeliest candidate first. `columns` already names it where one is likely. */
export interface Question {
  field: LineField;
  candidates: Candidate[];
  /** No line with this field goes out before the answer. */
  holds?: true;
}

export interface Matched {
  columns: Columns;
  questions: Question[];
  /** Of every field the columns whose header and values mean it, the likeliest first. */
  named: Partial<Record<LineField, readonly number[]>>;
  /** Further columns of a field that has one: never taken by themselves, asked about where they say something else. */
  alike: Partial<Record<LineField, readonly number[]>>;
  /** The chosen numbers may be order numbers as well as product order numbers: no shape tells them apart. */
  idKindUnsure: boolean;
}

/** In the order they are decided and asked about: numbers before the courier. Recipient, phone and address stand together, below. */
const decided: Readonly<Record<JobKind, readonly LineField[]>> = {
  dispatch: ['productOrderId', 'orderId', 'trackingNumber', 'courier', 'deliveryMethod', 'dispatchDate', 'productName'],
  confirm: ['productOrderId', 'productName'],
  lookup: ['orderId', 'productName'],
  stock: [...stockFields, 'productName'],
  // No sheet says these.
  delay: [],
  refund: [],
};

/** Fields without which nothing can be sent; their columns are asked for when they cannot be found. */
const needed: Readonly<Record<JobKind, readonly LineField[]>> = {
  dispatch: ['productOrderId', 'trackingNumber', 'courier'],
  confirm: ['productOrderId'],
  lookup: ['orderId'],
  stock: ['itemId', 'available'],
  delay: [],
  refund: [],
};

/** Fields of numbers, which many columns of a sheet look like. */
const heldByShape: ReadonlySet<LineField> = new Set(['productOrderId', 'orderId', 'trackingNumber', 'itemId']);

const mostlyFits = 0.5;
const barelyFits = 0.2;
const candidatesAtMost = 4;

/** Guesses the column of every field of an operation from headers and values. Pure. */
export function matchColumns(
  sheet: Sheet,
  headerRow: number,
  headers: readonly string[],
  headerWritten: readonly string[],
  operation: JobKind,
  layout: Layout | undefined,
): Matched {
  const words = knownWords(operation);
  const looked = new Map<number, ColumnValues>();
  const valuesOf = (column: number): ColumnValues => {
    const values = looked.get(column) ?? lookAtColumn(sheet, column, headerRow);
    looked.set(column, values);
    return values;
  };
  const columns: Columns = {};
  const questions: Question[] = [];
  const isEmpty = (column: number): boolean => valuesOf(column).filled === 0;
  const isHidden = (column: number): boolean => sheet.hiddenColumns.has(column);
  /** Smaller for a surer word, for an earlier one of the same trust, for an earlier column. */
  const sureness = (column: number): number => {
    const word = wordOf(headers[column] ?? '', words);
    return word === undefined ? Number.POSITIVE_INFINITY : (4 - word.trust) * 1e6 + word.order * 1e3 + column;
  };
  const allNamed: Matched['named'] = {};
  const allAlike: Matched['alike'] = {};
  const review = (column: number): Candidate => ({
    column,
    header: headerWritten[column] ?? '',
    samples: valuesOf(column).samples,
    hidden: isHidden(column),
  });
  const taken = (column: number): boolean => Object.values(columns).includes(column);

  /** Whether the values of a column bear a field out; where values cannot tell, whether there are any. */
  const fits = (field: LineField, column: number): boolean =>
    (fitOf(field, valuesOf(column)) ?? Number(valuesOf(column).filled > 0)) >= mostlyFits;

  /** Columns whose header names the field: those with values that are to be seen and fit, then by the surest word. */
  function named(field: LineField): number[] {
    const found = headers.flatMap((header, column) => {
      const word = wordOf(header, words);
      if (word?.field !== field || isNeverTaken(header)) return [];
      if (field === 'dispatchDate' && !sentDateWords.includes(header)) return [];
      const fit = fitOf(field, valuesOf(column));
      // A word seen once, or another program's key, counts only when the values bear it out.
      if ((word.trust === 1 || foreignOrderWords.has(header)) && fit !== undefined && fit < mostlyFits) return [];
      return [column];
    });
    // What is empty comes last of all, before it what the seller has hidden, before that what does not look like it.
    return found.toSorted(
      (one, other) =>
        Number(isEmpty(one)) - Number(isEmpty(other)) ||
        Number(isHidden(one)) - Number(isHidden(other)) ||
        Number(fits(field, other)) - Number(fits(field, one)) ||
        sureness(one) - sureness(other),
    );
  }

  /** Columns whose values look like the field, unless their header names another one. */
  function shaped(field: LineField): number[] {
    const isOther = (header: string): boolean => {
      const word = words.get(header);
      return word !== undefined && word.field !== field && word.trust > 1;
    };
    return headers
      .map((header, column) => ({ column, header, fit: fitOf(field, valuesOf(column)) ?? 0 }))
      .filter(
        ({ column, header, fit }) => fit >= mostlyFits && !isNeverTaken(header) && !isOther(header) && !taken(column),
      )
      .toSorted((one, other) => other.fit - one.fit || one.column - other.column)
      .map(({ column }) => column);
  }

  /**
   * Further columns of a field that has one: their header means it in words of its own, it is empty next to the number's,
   * or, under words we do not know, their numbers are parcels of the same courier.
   */
  function alike(field: LineField, own: number): number[] {
    const ofNumbers = field === 'trackingNumber' && headerRow >= 0;
    const couriers = ofNumbers ? provenCouriers(sheet, own, headerRow) : [];
    return headers.flatMap((header, column) => {
      if (taken(column)) return [];
      const isMeant = resembles(header, field) || (ofNumbers && header === '' && column === own + 1);
      if (isMeant) return !isEmpty(column) && fits(field, column) ? [column] : [];
      if (couriers.length === 0 || isNeverTaken(header) || wordOf(header, words) !== undefined) return [];
      return provenCouriers(sheet, column, headerRow).some((each) => couriers.includes(each)) ? [column] : [];
    });
  }

  function decide(field: LineField): void {
    const byName = named(field).filter((column) => !taken(column));
    const [first] = byName;
    if (first === undefined) {
      if (!needed[operation].includes(field)) return;
      const byShape = shaped(field);
      const [likely, ...rest] = byShape;
      if (likely === undefined) return;
      if (rest.length === 0) columns[field] = likely;
      // A header that speaks of something else makes a number's form no proof.
      const isOther = heldByShape.has(field) && headers[likely] !== '' && !resembles(headers[likely] ?? '', field);
      const holds = isOther ? ({ holds: true } as const) : {};
      questions.push({ field, candidates: byShape.slice(0, candidatesAtMost).map(review), ...holds });
      return;
    }
    columns[field] = first;
    allNamed[field] = byName.filter((column) => fits(field, column));
    if (!needed[operation].includes(field)) return;
    const fit = fitOf(field, valuesOf(first)) ?? 0;
    const better = fit < barelyFits ? shaped(field).find((column) => !byName.includes(column)) : undefined;
    // The surest word has nothing, or something else, below it; or only what the seller has hidden holds any values.
    const surest = byName.toSorted((one, other) => sureness(one) - sureness(other))[0] ?? first;
    const onlyHidden = isHidden(first) && byName.some((column) => !isHidden(column));
    const doubtful = better !== undefined || onlyHidden || (surest !== first && !fits(field, surest));
    if (!doubtful) return;
    const candidates = [...new Set([first, surest, ...byName.filter((column) => !isHidden(column)), better])];
    questions.push({
      field,
      candidates: candidates
        .flatMap((column) => (column === undefined ? [] : [review(column)]))
        .slice(0, candidatesAtMost),
      ...(onlyHidden ? { holds: true } : {}),
    });
  }

  for (const field of decided[operation]) decide(field);
  for (const field of needed[operation]) {
    const own = columns[field];
    if (own === undefined) continue;
    const known = allNamed[field] ?? [own];
    allNamed[field] = known;
    allAlike[field] = alike(field, own).filter((column) => !known.includes(column));
  }
  const mayBeProductOrders = (column: number): boolean => holdsProductOrders(sheet, column, headerRow);
  const idKindUnsure =
    operation === 'dispatch' &&
    settleReference(columns, headers, layout, { valuesOf, mayBeProductOrders }, questions, review);
  decideRecipient(columns, headers, words, operation === 'dispatch' || operation === 'stock');
  return { columns, questions, named: allNamed, alike: allAlike, idKindUnsure };
}

interface ColumnContents {
  valuesOf: (column: number) => ColumnValues;
  /** Looks through the whole column. */
  mayBeProductOrders: (column: number) => boolean;
}

/**
 * A courier's sheet has one column for whatever the seller gave the courier: 고객주문번호, 주문번호. Product order and
 * order numbers look alike, so no value tells which it is; sellers mostly give the product order number
 * (resources/docs/sheets.md, "Headers"). It is taken for that, said, and changed with one choice. Elsewhere 주문번호 is
 * what SmartStore calls so. Answers whether the guess was made.
 */
function settleReference(
  columns: Columns,
  headers: readonly string[],
  layout: Layout | undefined,
  { valuesOf, mayBeProductOrders }: ColumnContents,
  questions: Question[],
  review: (column: number) => Candidate,
): boolean {
  const { orderId, productOrderId } = columns;
  const asked = questions.findIndex(({ field }) => field === 'productOrderId');
  // A column that only looks like product orders stands back behind one that is called an order number.
  if (productOrderId !== undefined && asked < 0) return false;
  if (orderId === undefined) return false;
  const values = valuesOf(orderId);
  if (values.filled === 0) return false;
  if (productOrderId !== undefined && values.marketId < values.filled * barelyFits) return false;
  if (asked >= 0) questions.splice(asked, 1);
  delete columns.productOrderId;
  const reference = layout?.ownReference === true || headers[orderId] === '고객주문번호';
  // Where no value has the digits of a product order number, the content says what they are: order numbers.
  if (!reference || !mayBeProductOrders(orderId)) return false;
  columns.productOrderId = orderId;
  delete columns.orderId;
  questions.push({ field: 'productOrderId', candidates: [review(orderId)], holds: true });
  return true;
}

/**
 * Recipient, phone and address stand together; with the same header twice the sender's come first
 * (resources/docs/sheets.md, "Sheet shape").
 */
function decideRecipient(
  columns: Columns,
  headers: readonly string[],
  words: ReturnType<typeof knownWords>,
  /** Phone and address, too: they tell whether one box goes to one person. */
  withPlace: boolean,
): void {
  const best = (field: LineField, from: number): number | undefined => {
    const found = headers.flatMap((header, column) => {
      const word = words.get(header);
      return word?.field === field && !isNeverTaken(header) ? [{ column, word, header }] : [];
    });
    found.sort(
      (one, other) =>
        other.word.trust - one.word.trust || one.word.order - other.word.order || one.column - other.column,
    );
    const [first] = found;
    if (first === undefined) return undefined;
    const same = found.filter(({ header }) => header === first.header);
    if (same.length === 1) return first.column;
    return field === 'recipient'
      ? same.at(-1)?.column
      : (same.find(({ column }) => column > from) ?? same.at(-1))?.column;
  };
  const recipient = best('recipient', 0);
  if (recipient !== undefined) columns.recipient = recipient;
  if (!withPlace) return;
  const from = recipient ?? -1;
  for (const field of ['phone', 'address', 'zipCode'] as const) {
    const column = best(field, from);
    if (column !== undefined) columns[field] = column;
  }
  const other = otherPhone(columns, headers, words);
  if (other !== undefined) columns.otherPhone = other;
  // A whole address says the rest itself.
  const isFirstPart = columns.address !== undefined && firstPart.test(headers[columns.address] ?? '');
  const rest = isFirstPart ? best('addressRest', from) : undefined;
  if (rest !== undefined) columns.addressRest = rest;
}

/** 수하인주소1, 기본배송지: what has a second part. */
const firstPart = /1$|기본/u;
