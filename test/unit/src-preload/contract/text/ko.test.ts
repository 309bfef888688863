import { describe, expect, it } from 'vitest';
import { ko } from '../../../../../src-preload/contract/text/ko';

/** What goes into the gaps of a sentence where a figure does not fit. */
const gapsOf: Readonly<Record<string, readonly unknown[]>> = {
  couriersAndParcels: [[['한진택배', 3]], 3],
  courierForAll: ['한진택배'],
  or: [['머그컵', '담요']],
  missingNames: [['김하루', '박바다']],
  same: [['이름', '전화']],
  near: [['이름', '전화']],
  ready: ['1.4.0'],
  byHand: ['1.4.0'],
};

/** Every sentence of the window by its key; those with gaps are filled with a figure. */
function sentences(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const gaps = gapsOf[path.split('.').at(-1) ?? ''] ?? Array.from({ length: node.length }, () => 3);
    return [[path, String(Reflect.apply(node, undefined, gaps))]];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, each]) => sentences(each, path === '' ? key : `${path}.${key}`));
}

const all = sentences(ko);

describe('the words of the window', () => {
  it('are many, so that this test looks at something', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it.each([
    ['no exclamation', /[!！]/u],
    [
      'no word that means the opposite at the market, nor one of its office language',
      /승인(?!하고 환불하기)|판매자님|죄송|운송장|전송 중|배송완료|하십|해 주십|\(으\)/u,
    ],
    [
      '확인 only in 발주 확인, 재고 확인, of a connection that was proven, and in 네이버에서 확인함',
      /(?<!발주 |재고 |재고를 |연결 |네이버에서 )확인/u,
    ],
    [
      '취소 only for what a buyer asks, and of the market itself',
      /(?<!구매자가 |직권 |\d개 )취소(?! 요청|를 요청| 승인하고 환불하기)/u,
    ],
  ])('%s', (_, forbidden) => {
    expect(all.filter(([, sentence]) => forbidden.test(sentence))).toEqual([]);
  });

  it('end as 해요체 does', () => {
    // conflictBoth names two numbers side by side and is no sentence.
    const told = all.filter(([key, sentence]) => sentence.endsWith('.') && !key.endsWith('conflictBoth'));
    for (const [, sentence] of told) expect(sentence).toMatch(/(?:요|죠)\.$/u);
  });
});
