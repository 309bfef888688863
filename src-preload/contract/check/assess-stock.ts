import type { StockValues } from '../job';
import type { Line, Remark } from '../line';
import { cleanText } from '../clean-text';
import type { StockRules } from '../market-rules';
import type { Assessment } from './assessment';
import { makeRemark } from './remark-codes';

function readAvailable(line: Line, rules: StockRules, remarks: Remark[]): boolean | undefined {
  const text = cleanText(line.cells.available ?? '');
  if (text === '') {
    remarks.push(makeRemark('available-missing', 'available'));
    return undefined;
  }
  const available = rules.resolveAvailable(text);
  if (available === undefined) remarks.push(makeRemark('available-unknown', 'available', { value: text }));
  return available;
}

function addReason(line: Line, values: StockValues, rules: StockRules, remarks: Remark[]): void {
  const text = cleanText(line.cells.reason ?? '');
  if (values.available) {
    if (text !== '') remarks.push(makeRemark('reason-unused', 'reason', { value: text }));
    return;
  }
  // 품절 in the answer's own column says why at the same time.
  const reason = rules.resolveReason(text === '' ? (line.cells.available ?? '') : text);
  if (reason !== undefined) values.reason = reason;
  else if (text === '') remarks.push(makeRemark('reason-missing', 'reason'));
  else remarks.push(makeRemark('reason-unknown', 'reason', { value: text }));
}

function addPrice(line: Line, values: StockValues, rules: StockRules, remarks: Remark[]): void {
  const { unitPrice = '', quantity = '', totalAmount = '' } = line.cells;
  const read = rules.readPrice(unitPrice, quantity, totalAmount);
  switch (read.is) {
    case 'none':
      return;
    case 'partial':
      remarks.push(makeRemark('price-partial', read.missing[0] ?? 'unitPrice', { missing: read.missing.join(',') }));
      return;
    case 'unreadable':
      remarks.push(makeRemark('price-unreadable', read.field, { value: line.cells[read.field] ?? '' }));
      return;
    case 'price':
  }
  values.price = read.price;
  if (read.uneven) {
    const right = String(read.price.unit * read.price.quantity);
    remarks.push(makeRemark('price-uneven', 'totalAmount', { total: String(read.price.total), right }));
  }
}

/** The check of one stock line by itself (resources/docs/markets/brightmall.md, "Inventory confirm"). */
export function assessStock(line: Line, rules: StockRules): Assessment {
  const remarks: Remark[] = [];
  // ord_prd_no looks like 202601220157_000020196_[1]: kept as it stands.
  const target = cleanText(line.cells.itemId ?? '');
  if (target === '') remarks.push(makeRemark('item-missing', 'itemId'));
  const values: StockValues = { available: readAvailable(line, rules, remarks) ?? true };
  const answered = remarks.every((remark) => remark.field !== 'available');
  if (answered) addReason(line, values, rules, remarks);
  const memo = (line.cells.memo ?? '').trim();
  if (memo.length > rules.memoLimit)
    remarks.push(makeRemark('memo-long', 'memo', { length: String(memo.length), limit: String(rules.memoLimit) }));
  else if (memo !== '') values.memo = memo;
  addPrice(line, values, rules, remarks);
  const assessment: Assessment = { remarks };
  if (target === '') return assessment;
  assessment.target = target;
  if (!answered) return assessment;
  assessment.complete = true;
  assessment.job = { kind: 'stock', target, values: { kind: 'stock', stock: values } };
  return assessment;
}
