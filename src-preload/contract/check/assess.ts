import type { Line, Remark } from '../line';
import { createDispatchAssessor } from './assess-dispatch';
import { assessStock } from './assess-stock';
import type { Assess, Assessment, CheckContext } from './assessment';
import { markRemark } from './cell-mark';
import { makeRemark } from './remark-codes';
import { hasLostDigits, readId, usualIdLength } from './read-id';

function assessProductOrder(line: Line): Assessment {
  const text = line.cells.productOrderId ?? '';
  const remarks: Remark[] = [];
  const broken = markRemark(line, 'productOrderId');
  if (broken !== undefined) return { remarks: [broken] };
  const read = readId(text);
  switch (read.is) {
    case 'empty':
      return { remarks: [makeRemark('product-order-missing', 'productOrderId')] };
    case 'exponent':
      return { remarks: [makeRemark('digits-exponent', 'productOrderId', { value: text })] };
    case 'several':
      return { remarks: [makeRemark('several-orders', 'productOrderId', { count: String(read.ids.length) })] };
    case 'words':
      return { remarks: [makeRemark('product-order-form', 'productOrderId', formDetail(read))] };
    case 'suffixed':
      return { remarks: [makeRemark('number-suffix', 'productOrderId', { value: text, numbers: read.id })] };
    case 'id':
  }
  if (read.how !== undefined)
    remarks.push(makeRemark('number-mended', 'productOrderId', { how: read.how, number: read.id }));
  if (hasLostDigits(read.id, line.marks?.productOrderId)) {
    remarks.push(makeRemark('digits-broken', 'productOrderId', { value: read.id }));
  } else if (read.id.length !== usualIdLength) {
    remarks.push(makeRemark('product-order-odd', 'productOrderId', { length: String(read.id.length) }));
  }
  return { remarks, target: read.id };
}

function formDetail({ text, inside }: { text: string; inside?: string }): Record<string, string> {
  return inside === undefined ? { value: text } : { value: text, numbers: inside };
}

function assessOrder(line: Line): Assessment {
  const text = line.cells.orderId ?? '';
  const broken = markRemark(line, 'orderId');
  if (broken !== undefined) return { remarks: [broken] };
  const read = readId(text);
  switch (read.is) {
    case 'empty':
      return { remarks: [makeRemark('order-missing', 'orderId')] };
    case 'exponent':
      return { remarks: [makeRemark('digits-exponent', 'orderId', { value: text })] };
    case 'several':
      return { remarks: [makeRemark('several-orders', 'orderId', { count: String(read.ids.length) })] };
    case 'words':
      return { remarks: [makeRemark('order-form', 'orderId', formDetail(read))] };
    case 'suffixed':
      return { remarks: [makeRemark('number-suffix', 'orderId', { value: text, numbers: read.id })] };
    case 'id':
  }
  const remarks: Remark[] = [];
  if (read.how !== undefined) remarks.push(makeRemark('number-mended', 'orderId', { how: read.how, number: read.id }));
  if (hasLostDigits(read.id, line.marks?.orderId))
    remarks.push(makeRemark('digits-broken', 'orderId', { value: read.id }));
  else if (read.id.length !== usualIdLength)
    remarks.push(makeRemark('order-odd', 'orderId', { length: String(read.id.length) }));
  return { remarks, target: read.id, orderId: read.id };
}

/** What is said of a line whatever is done with it. */
function withHidden(assessment: Assessment, line: Line): Assessment {
  if (line.hidden === true) assessment.remarks.push(makeRemark('hidden-row'));
  if (line.example === true) assessment.remarks.push(makeRemark('example-row'));
  for (const field of line.waits ?? []) assessment.remarks.push(makeRemark('answer-awaited', field));
  return assessment;
}

/** The check of single lines for a context; answers are remembered between lines, so one is made per sheet. */
export function createAssessor(context: CheckContext): Assess {
  switch (context.operation) {
    case 'stock':
      return (line) => withHidden(assessStock(line, context.rules.stock), line);
    case 'confirm':
      return (line) => {
        const assessment = assessProductOrder(line);
        if (assessment.target === undefined) return withHidden(assessment, line);
        const job = { kind: 'confirm', target: assessment.target, values: { kind: 'confirm', confirm: {} } } as const;
        return withHidden({ ...assessment, complete: true, job }, line);
      };
    case 'lookup':
      return (line) => {
        const assessment = assessOrder(line);
        if (assessment.target === undefined) return withHidden(assessment, line);
        const job = { kind: 'lookup', target: assessment.target, values: { kind: 'lookup', lookup: {} } } as const;
        return withHidden({ ...assessment, complete: true, job }, line);
      };
    // No sheet holds them: only which order it is about is checked here.
    case 'delay':
    case 'refund':
      return (line) => withHidden(assessProductOrder(line), line);
    case 'dispatch': {
      const assess = createDispatchAssessor(context, { productOrder: assessProductOrder, order: assessOrder });
      return (line) => withHidden(assess(line), line);
    }
  }
}
