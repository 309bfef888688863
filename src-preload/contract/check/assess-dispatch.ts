import type { DeliveryMethod } from '../delivery-methods';
import type { DispatchValues } from '../job';
import type { Line, Remark } from '../line';
import type { CourierAnswer, MethodRules, ShipmentRules, TrackingCheck } from '../market-rules';
import { assertNever } from '../result';
import type { Assess, Assessment, CheckContext } from './assessment';
import { markRemark } from './cell-mark';
import { readDispatchDate } from './dispatch-date';
import { readId } from './read-id';
import { isBlankText } from '../clean-text';
import { isDigits } from '../plain-cell';
import { makeRemark } from './remark-codes';
import { lengthRemark, looksRemark, readTracking, settleTracking, type TrackingReading } from './assess-tracking';

interface CourierReading {
  code?: string;
  method?: DeliveryMethod;
  remark?: Remark;
}

function readAnswer(
  answer: CourierAnswer,
  text: string,
  whole: string | undefined,
  usual: DeliveryMethod,
): CourierReading {
  const say = (code: Parameters<typeof makeRemark>[0], detail: Record<string, string>): CourierReading => ({
    remark: makeRemark(code, 'courier', { value: text, ...detail }),
  });
  switch (answer.is) {
    case 'code':
      return answer.by === 'unsourced'
        ? { code: answer.code, ...say('courier-read-as', { courier: answer.code }) }
        : { code: answer.code };
    case 'default':
      return whole === undefined ? say('courier-missing', {}) : { code: whole };
    case 'method':
      return answer.method === usual ? readAnswer({ is: 'default' }, text, whole, usual) : { method: answer.method };
    case 'ask':
      return say('courier-ask', { candidates: answer.candidates.join(','), why: answer.why });
    case 'two-couriers':
      return say('courier-two', { candidates: answer.codes.join(',') });
    case 'status-text':
      return say('courier-status', {});
    case 'unknown':
      return say('courier-unknown', { candidates: answer.suggestions.join(',') });
    default:
      return assertNever(answer);
  }
}

/** What a cell says of the method; a sheet has few such texts. */
interface WrittenMethod {
  isBlank: boolean;
  method: DeliveryMethod | undefined;
}

function readMethod(text: string, methods: MethodRules): WrittenMethod {
  const isBlank = isBlankText(text);
  return { isBlank, method: isBlank ? undefined : methods.resolve(text) };
}

function methodOf(
  line: Line,
  { isBlank, method: written }: WrittenMethod,
  courier: CourierReading,
  { usual }: MethodRules,
  remarks: Remark[],
): DeliveryMethod | undefined {
  if (courier.method !== undefined) {
    const overruled = written !== undefined && written !== courier.method;
    const code = overruled ? 'method-overruled' : 'method-by-courier';
    remarks.push(makeRemark(code, 'courier', { value: line.cells.courier ?? '', method: courier.method }));
    return courier.method;
  }
  if (!isBlank && written === undefined) {
    remarks.push(makeRemark('method-unknown', 'deliveryMethod', { value: line.cells.deliveryMethod ?? '' }));
    return undefined;
  }
  return written ?? usual;
}

/** Among product orders a line may name its order only: it has to be looked up, as in a sheet of nothing else. */
export function namesOrderOnly({ cells, marks }: Line): boolean {
  return (
    marks?.productOrderId === undefined && isBlankText(cells.productOrderId ?? '') && !isBlankText(cells.orderId ?? '')
  );
}

/** The check of one dispatch line by itself. `targets` read what it is about: a product order, or an order. */
export function createDispatchAssessor(
  context: CheckContext,
  targets: { productOrder: Assess; order: Assess },
): Assess {
  const rules = context.rules.shipments;
  const { couriers, methods } = rules;
  const answers = new Map<string, CourierAnswer>();
  const written = new Map<string, WrittenMethod>();

  function writtenMethod(text: string): WrittenMethod {
    let known = written.get(text);
    if (known === undefined) {
      known = readMethod(text, methods);
      written.set(text, known);
    }
    return known;
  }

  function courierOf(text: string, number: string | undefined): CourierReading {
    if (isBlankText(text)) {
      return context.wholeCourier === undefined
        ? { remark: makeRemark('courier-missing', 'courier') }
        : { code: context.wholeCourier };
    }
    // Of digits alone only how many there are and the first can decide a word: a sheet has few such pairs.
    const shape = number !== undefined && isDigits(number) ? `${number.length}${number.charAt(0)}` : (number ?? '');
    const key = `${text}\n${shape}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = couriers.resolve(text, { trackingNumber: number, memory: context.couriers });
      answers.set(key, answer);
    }
    return readAnswer(answer, text, context.wholeCourier, methods.usual);
  }

  return (line) => {
    const isLookup = context.byOrder === true || namesOrderOnly(line);
    const assessment = isLookup ? targets.order(line) : targets.productOrder(line);
    const { remarks } = assessment;
    const orderId = readId(line.cells.orderId ?? '');
    if (orderId.is === 'id') assessment.orderId = orderId.id;

    const read = readTracking(line, rules);
    const broken = markRemark(line, 'courier');
    const courier = courierOf(line.cells.courier ?? '', read.number);
    const reading = settleTracking(line, read, courier.code, rules);
    const method = methodOf(line, writtenMethod(line.cells.deliveryMethod ?? ''), courier, methods, remarks);
    const needs = methods.needsOf(method ?? methods.usual);
    if (needs.courier) {
      if (broken !== undefined) remarks.push(broken);
      else if (courier.remark !== undefined) remarks.push(courier.remark);
    }
    // A number that goes along is held to the same rules, also where none is needed.
    const takesNumber = methods.takesShipment(method ?? methods.usual);
    if (needs.trackingNumber || (takesNumber && reading.number !== undefined)) {
      addTracking(assessment, line, reading, courier.code, rules);
    } else if (method !== undefined && reading.number !== undefined) {
      remarks.push(makeRemark('shipment-unused', 'trackingNumber', { number: reading.number, method }));
    }
    const date = readDispatchDate(line, context.now);
    if (date.remark !== undefined) remarks.push(date.remark);

    if (method === undefined) return assessment;
    const values: DispatchValues = { deliveryMethod: method };
    if (takesNumber) {
      if (courier.code !== undefined) values.deliveryCompanyCode = courier.code;
      if (reading.number !== undefined) values.trackingNumber = reading.number;
    }
    if (date.at !== undefined) values.dispatchDate = date.at;
    if (courier.code !== undefined) assessment.courier = courier.code;
    if (reading.number !== undefined && takesNumber) assessment.trackingNumber = reading.number;
    assessment.complete =
      (!needs.courier || courier.code !== undefined) && (!needs.trackingNumber || reading.number !== undefined);
    if (assessment.target === undefined) return assessment;
    if (isLookup) {
      remarks.push(makeRemark('order-lookup', 'orderId'));
      const lookup = { thenDispatch: values };
      assessment.job = { kind: 'lookup', target: assessment.target, values: { kind: 'lookup', lookup } };
    } else {
      assessment.job = { kind: 'dispatch', target: assessment.target, values: { kind: 'dispatch', dispatch: values } };
      if (assessment.orderId !== undefined) assessment.job.orderId = assessment.orderId;
    }
    return assessment;
  };
}

function addTracking(
  assessment: Assessment,
  line: Line,
  reading: TrackingReading,
  courier: string | undefined,
  rules: ShipmentRules,
): void {
  const { remarks } = assessment;
  if (reading.remark !== undefined) remarks.push(reading.remark);
  const { number } = reading;
  if (number === undefined) return;
  if (number === assessment.target || number === assessment.orderId) {
    // Half a sheet of these is a shifted column, and then said once for the sheet.
    remarks.push(makeRemark('tracking-is-order', 'trackingNumber', { number }));
    return;
  }
  const found = courier === undefined ? undefined : rules.tracking.check(courier, number);
  const doubt = looksRemark(reading, found);
  if (doubt !== undefined) remarks.push(doubt);
  if (courier === undefined || found === undefined) return;
  // A telephone number tells nothing about couriers: none is suggested for it, and no rule fails by it.
  const check: TrackingCheck = doubt === undefined ? found : { ...found, digit: 'none', fits: [] };
  assessment.tracking = check;
  const remark = lengthRemark({ courier, number, kept: line.chosen === true }, check, rules);
  if (remark !== undefined) remarks.push(remark);
}
