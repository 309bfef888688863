import { foldText } from '../fold-text';
import type { Likeness } from './likeness';

/** What a line says is in its box. */
export interface ReadGoods {
  folded: string;
  /** 무지 노트 외 2건: so many more. */
  more: number | undefined;
}

const andMore = /외\s*(\d{1,2})\s*(?:건|개|종|가지|품목)?\s*\)?\s*$/u;
const leastLetters = 2;

/** Reads the product of a line. */
export function readGoods(text: string | undefined): ReadGoods {
  if (text === undefined || text === '') return { folded: '', more: undefined };
  const found = andMore.exec(text);
  const named = found === null ? text : text.slice(0, found.index);
  return { folded: foldText(named), more: found === null ? undefined : Number(found[1]) };
}

/** Whether a line names a product: in whole, or one within the other. Words shared by half of them are near. */
export function compareGoods(line: ReadGoods, product: string, option: string): Likeness {
  if (line.folded.length < leastLetters || product.length < leastLetters) return 'unknown';
  const whole = product + option;
  if (line.folded.includes(product) && (option === '' || line.folded.includes(option))) return 'same';
  if (line.folded === product || whole.includes(line.folded)) return 'same';
  return line.folded.includes(product) || product.includes(line.folded) ? 'near' : 'different';
}
