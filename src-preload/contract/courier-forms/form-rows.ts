import { cleanText } from '../clean-text';
import { parcelsInSteps, type Parcel } from '../join/parcels';
import type { JoinOrder } from '../join/facts';
import type { FormColumn, FormLayout } from './layouts';
import { phonesForForm, type FormPhones } from './form-phones';

/** An order that is to be announced. */
export interface FormOrder extends JoinOrder {
  memo?: string | undefined;
  quantity?: number | undefined;
}

/** Who sends; printed on the label, or asked for by the form. */
export interface FormSender {
  name: string;
  phone: string;
  postcode: string;
  address: string;
}

/**
 * Why a courier would not take a row. `stand-in-phone`: the market told a placeholder (presents); `covered`: name or
 * address has hidden letters; `memo-long`: more letters than the form takes.
 */
export const formProblems = [
  'no-recipient',
  'no-address',
  'no-postcode',
  'no-phone',
  'stand-in-phone',
  'odd-phone',
  'covered',
  'memo-long',
  'no-sender',
] as const;
export type FormProblem = (typeof formProblems)[number];

/** A row as it will stand in the sheet: one text a column. */
export interface FormRow {
  /** All that the parcel holds, in order of their numbers. */
  productOrderIds: string[];
  cells: string[];
  problems: FormProblem[];
  /** Letters of the memo beyond what the form takes. */
  memoOver: number;
  /** The memo before it is cut. */
  memo: string;
}

export interface FormChoices {
  /** Orders of one recipient in one row (한 상자는 한 줄로). */
  oneRowAParcel: boolean;
  /** Memos that are too long are cut for these. */
  cutMemos: ReadonlySet<string>;
  /** Memos that are too long go out whole for these. */
  keepMemos?: ReadonlySet<string> | undefined;
  /** Memos written by the seller, by the first product order of the row. */
  memos?: ReadonlyMap<string, string> | undefined;
  /** Phones the seller typed, likewise. */
  phones?: ReadonlyMap<string, string> | undefined;
}

/**
 * Fills a courier's form: one row a parcel or an order, text only, with what the courier would refuse said of each row.
 * Pure. In order of the product orders' numbers.
 */
export function fillForm(
  layout: FormLayout,
  orders: readonly FormOrder[],
  sender: FormSender | undefined,
  choices: FormChoices,
): FormRow[] {
  const known = new Map(orders.map((order) => [order.productOrderId, order]));
  const groups = choices.oneRowAParcel
    ? parcelsOf(orders).map((parcel) => parcel.orders.flatMap(({ order }) => known.get(order.productOrderId) ?? []))
    : orders.map((order) => [order]);
  return groups
    .map((group) => rowOf(layout, group, sender, choices))
    .toSorted((one, other) => ((one.productOrderIds[0] ?? '') < (other.productOrderIds[0] ?? '') ? -1 : 1));
}

function parcelsOf(orders: readonly JoinOrder[]): Parcel[] {
  const steps = parcelsInSteps(orders);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function rowOf(
  layout: FormLayout,
  group: readonly FormOrder[],
  sender: FormSender | undefined,
  { cutMemos, keepMemos, memos, phones: typed }: FormChoices,
): FormRow {
  const [first] = group;
  const id = first?.productOrderId ?? '';
  const said = memos?.get(id) ?? oneMemo(group);
  const letters = [...said];
  const memoOver = puts(layout, 'memo') ? Math.max(0, letters.length - layout.memoLetters) : 0;
  const isKept = group.some((each) => keepMemos?.has(each.productOrderId) === true);
  const isCut = memoOver > 0 && !isKept && group.some((each) => cutMemos.has(each.productOrderId));
  const memo = isCut ? letters.slice(0, layout.memoLetters).join('').trimEnd() : said;
  const phones = phonesForForm([typed?.get(id) ?? '', ...group.flatMap((each) => each.phones ?? [])]);
  const given = { group, sender, phones, memo };
  return {
    productOrderIds: group.map((each) => each.productOrderId),
    cells: layout.columns.map((column) => oneLine(cellOf(column, given))),
    problems: problemsOf(layout, given, memoOver > 0 && !isCut && !isKept),
    memoOver: isCut || isKept ? 0 : memoOver,
    memo: said,
  };
}

interface Given {
  group: readonly FormOrder[];
  sender: FormSender | undefined;
  phones: FormPhones;
  memo: string;
}

const puts = ({ columns }: FormLayout, value: FormColumn['puts']): boolean =>
  columns.some((column) => column.puts === value);

/** A cell of a form is one line: a line end would end the row of some couriers' programs. */
const oneLine = (text: string): string => cleanText(text).replaceAll(/\s+/gu, ' ');

/** Each memo once: two orders of one parcel mostly have the same. */
function oneMemo(group: readonly FormOrder[]): string {
  return [...new Set(group.map(({ memo = '' }) => oneLine(memo)).filter((memo) => memo !== ''))].join(' / ');
}

function cellOf({ puts: value, text = '' }: FormColumn, { group, sender, phones, memo }: Given): string {
  const [first] = group;
  switch (value) {
    case 'recipient':
      return first?.recipient ?? '';
    case 'phone':
      return phones.first;
    case 'other-phone':
      return phones.other;
    case 'postcode':
      return first?.zipCode ?? '';
    case 'address':
      return first?.address ?? '';
    case 'product':
      return goodsOf(group);
    case 'option':
      return group.length === 1 ? (first?.option ?? '') : '';
    case 'boxes':
      return '1';
    case 'quantity':
      return String(group.reduce((sum, { quantity = 1 }) => sum + quantity, 0));
    case 'memo':
      return memo;
    case 'reference':
      return first?.productOrderId ?? '';
    case 'sender-name':
      return sender?.name ?? '';
    case 'sender-phone':
      return sender?.phone ?? '';
    case 'sender-postcode':
      return sender?.postcode ?? '';
    case 'sender-address':
      return sender?.address ?? '';
    case 'text':
      return text;
  }
}

/** 대나무 칫솔 6개 외 1건: the way back reads it again (join/products.ts). */
function goodsOf(group: readonly FormOrder[]): string {
  const [first] = group;
  const named = [first?.product ?? '', first?.option ?? ''].filter((part) => part !== '').join(' ');
  return group.length > 1 ? `${named} 외 ${group.length - 1}건` : named;
}

const hiddenLetters = /[*○●◯〇]/u;

function problemsOf(layout: FormLayout, { group, sender, phones }: Given, isMemoLong: boolean): FormProblem[] {
  const [first] = group;
  const recipient = oneLine(first?.recipient ?? '');
  const address = oneLine(first?.address ?? '');
  const problems: FormProblem[] = [];
  if (recipient === '') problems.push('no-recipient');
  if (address === '') problems.push('no-address');
  if (hiddenLetters.test(recipient) || hiddenLetters.test(address)) problems.push('covered');
  if (puts(layout, 'postcode') && oneLine(first?.zipCode ?? '') === '') problems.push('no-postcode');
  if (phones.is !== 'fine') problems.push(phones.is);
  if (isMemoLong) problems.push('memo-long');
  const needsSender = puts(layout, 'sender-name') || puts(layout, 'sender-address');
  if (needsSender && (sender === undefined || sender.name === '' || sender.address === '')) problems.push('no-sender');
  return problems;
}
