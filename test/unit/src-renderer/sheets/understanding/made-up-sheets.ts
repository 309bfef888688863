import type { Line } from '../../../../../src-preload/contract/line';
import {
  understand,
  type Choices,
  type Understanding,
  type UnderstandContext,
} from '../../../../../src-renderer/sheets/understanding/understand';
import type { Sheet } from '../../../../../src-renderer/sheets/reading/workbook';
import { knownHeaders, type KnownLayout } from './known-headers';
import { table, workbook } from './table';

const context: UnderstandContext = { operation: 'dispatch', remembered: {} };
export const read = (
  sheets: Sheet | Sheet[],
  choices: Choices = {},
  changed: Partial<UnderstandContext> = {},
): Understanding => understand(workbook(...[sheets].flat()), choices, { ...context, ...changed });
export const linesOf = (understanding: Understanding): Line[] => [...understanding.lines()].flat();

export const productOrder = (index: number): string => `20250101${10_000_001 + index * 11}`;
export const order = (index: number): string => `20250102${20_000_001 + index * 11}`;
/** Passes CJ's rule; 56 is a multiple of 7, so the whole-number rule of Lotte and Hanjin holds as well. */
export const number12 = (index: number): string =>
  `56${String(1_000_003 + index * 17).padStart(9, '0')}${(1_000_003 + index * 17) % 7}`;
export const number11 = (index: number): string =>
  `4${String(1_000_003 + index * 17).padStart(9, '0')}${(4_000_000_000 + 1_000_003 + index * 17) % 7}`;
export const people = ['김하늘', '이바다', '박구름', '최노을', '정새벽'];

/** A made-up value for a header of a known layout. */
export function valueFor(header: string, index: number): string {
  const folded = header.replaceAll(/\s/gu, '');
  if (folded === '상품주문번호') return productOrder(index);
  if (folded === '주문번호' || folded === '고객주문번호') return order(index);
  if (folded === '사방넷주문번호') return String(700_001 + index);
  if (folded === '운송장번호') return number12(index).replace(/(.{4})(?=.)/gu, '$1-');
  if (folded === '송장번호' || folded === '이전운송장번호' || folded === '원운송장번호') return number12(index);
  if (folded === '등기번호') return `68${String(51_093_943_55 + index).padStart(11, '0')}`;
  if (folded === '예약번호') return `20250101${String(index).padStart(5, '0')}`;
  if (folded.startsWith('택배사')) return folded === '택배사코드' ? 'CJGLS' : 'CJ 대한통운';
  if (folded.startsWith('배송방법')) return '택배,등기,소포';
  if (folded === '구매자명' || folded === '보내는분' || folded === '송하인명') return '발송상점';
  if (/받는분$|받는분성명|수취인명|수하인명|받는사람/u.test(folded)) return people[index % people.length] ?? '';
  if (folded.includes('전화') || folded.includes('연락처')) return `0100000${String(1000 + index)}`;
  if (folded.includes('주소') || folded.includes('배송지')) return `서울 중구 세종대로 ${index + 1}`;
  if (folded === '상품명' || folded === '품목명' || folded === '물품명') return '머그컵';
  return '';
}

export function sheetOf(layout: KnownLayout, rowsAbove: string[][] = [], name = 'Sheet1'): Sheet {
  const headers = knownHeaders(layout);
  const rows = people.map((_, index) => headers.map((header) => valueFor(header, index)));
  return table([...rowsAbove, [...headers], ...rows], { name });
}
export const columnOf = (layout: KnownLayout, header: string): number => knownHeaders(layout).indexOf(header);
