import { cleanText } from '../clean-text';
import { courierForms, type FormColumn, type FormValue } from './layouts';

/** What is seen of a courier's form: its headers, and what stands in all of its rows, where that is one text. */
export interface FormHeads {
  headers: readonly string[];
  /** Per column; empty where rows differ, or there are too few to say. */
  constants: readonly string[];
}

const blanks = /\s+/gu;
const inBrackets = /\([^()]*\)/gu;
const fold = (text: string): string =>
  cleanText(text).replaceAll(blanks, '').replace(/^\*+/u, '').replace(/\*+$/u, '').toLowerCase();

const known = new Map<string, FormValue>();
for (const { columns } of courierForms)
  for (const { header, puts } of columns) if (!known.has(fold(header))) known.set(fold(header), puts);

const ofSender = /^(?:보내는|보내시는|송하인|발송인|발신|출고지|보낸)/u;
/** The first that fits; of one who sends. */
const senderKinds: readonly [RegExp, FormValue][] = [
  [/우편/u, 'sender-postcode'],
  [/전화|연락처|휴대폰|핸드폰/u, 'sender-phone'],
  [/주소/u, 'sender-address'],
  [/명$|성명|이름|분$|사람|송하인$|발송인$|고객$/u, 'sender-name'],
];
/** The first that fits; of all else (resources/docs/sheets.md, "Courier forms"). */
const kinds: readonly [RegExp, FormValue][] = [
  [/송장|등기번호|예약번호/u, 'text'],
  [/우편번호/u, 'postcode'],
  [/기타연락처|(?:전화|연락처|휴대폰|핸드폰)(?:번호)?2/u, 'other-phone'],
  [/전화|연락처|휴대폰|핸드폰/u, 'phone'],
  [/주소2|상세주소/u, 'text'],
  [/주소/u, 'address'],
  [/메세지|메시지|메모|요청사항|특기사항/u, 'memo'],
  [/주문번호|관리번호/u, 'reference'],
  [/박스수량|박스개수/u, 'boxes'],
  [/수량|개수/u, 'quantity'],
  [/옵션|상품상세|단품명|상품모델/u, 'option'],
  [/품목명|상품명|물품명|내품명|^품명/u, 'product'],
  [/^(?:받는|받으시는|수하인|수취인|수령인|수령자)|^(?:성명|이름|고객명)$/u, 'recipient'],
];

function valueOf(header: string): FormValue {
  const folded = fold(header);
  const exact = known.get(folded);
  if (exact !== undefined) return exact;
  const short = folded.replaceAll(inBrackets, '');
  const table = ofSender.test(short) ? senderKinds : kinds;
  return table.find(([words]) => words.test(short))?.[1] ?? known.get(short) ?? 'text';
}

/** What stands once in a row; the same header again stays empty. */
const once: ReadonlySet<FormValue> = new Set(['recipient', 'address', 'product', 'reference', 'postcode', 'memo']);
/** A constant this long is a person's, not the form's. */
const mostLetters = 20;
/** Headers of numbers, addresses and names: what stands there is of one parcel, be it the same in every row of a file. */
const ofOneParcel =
  /번호|주소|동호|전화|연락처|휴대|핸드폰|이름|성명|성함|명$|고객$|고객님|^(?:받는|받으시는|수하인|수취인|수령인|수령자|주문자|구매자)|메일|아이디|^no\.?$|name|phone|tel|mobile|address|number|email|tracking/u;

/** The columns of a form that looks like this one: what each takes by its header, and what is the same in every row. */
export function columnsLike({ headers, constants }: FormHeads): FormColumn[] {
  const used = new Set<FormValue>();
  return headers.map((header, at): FormColumn => {
    const value = valueOf(header);
    const puts =
      value === 'phone' && used.has('phone') ? 'other-phone' : once.has(value) && used.has(value) ? 'text' : value;
    used.add(puts);
    const constant = constants[at] ?? '';
    const isOfForm = puts === 'text' && value === 'text' && !ofOneParcel.test(fold(header).replaceAll(inBrackets, ''));
    const text = isOfForm && constant.length <= mostLetters ? constant : '';
    return { header, puts, ...(text === '' ? {} : { text }) };
  });
}
