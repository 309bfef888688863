import { describe, expect, it } from 'vitest';
import { storeIdSchema } from '../../../src-preload/contract/ids';
import type { Store } from '../../../src-preload/contract/store';
import { paletteItems } from '../../../src-renderer/shell/palette-items';
import type { PaletteSurroundings } from '../../../src-renderer/shell/palette-items';

function store(digit: number, label: string): Store {
  return {
    id: storeIdSchema.parse(`00000000-0000-4000-8000-00000000000${digit}`),
    market: 'naver',
    label,
    practice: false,
    accountId: 'someClientId',
    hasSecrets: true,
    confirmFirst: 'ask',
  };
}
const [here, other] = [store(1, '하늘상점'), store(2, '바다문구')];
const around: PaletteSurroundings = {
  places: ['send', 'log', 'orders', 'insights', 'settings'],
  stores: [here, other],
  chosen: here.id,
  paused: false,
  theme: 'system',
  acts: ['open-file', 'find', 'keys'],
  review: 'review-1',
};
const found = (typed: string, more: Partial<PaletteSurroundings> = {}): string[] =>
  paletteItems(typed, { ...around, ...more }).map(({ words }) => words);

describe('the palette', () => {
  it('offers screens first, then acts and other stores, before anything is typed', () => {
    const all = found('');
    expect(all.slice(0, 5)).toEqual(['발송', '처리 내역', '주문', '통계', '설정']);
    expect(all).toContain('파일 고르기');
    expect(all).toContain('바다문구');
    expect(all).not.toContain('하늘상점');
  });

  it.each([
    ['ㅂㅅ', '발송'],
    ['ㅊㄹㄴㅇ', '처리 내역'],
    ['ㅊㄹ ㄴㅇ', '처리 내역'],
    ['처리내', '처리 내역'],
    ['ㅈㅅㅁㅊㄱ', '잠시 멈추기'],
    ['ㅂㄷ', '바다문구'],
  ])('finds by initial consonants: %s', (typed, words) => {
    expect(found(typed)[0]).toBe(words);
  });

  it('offers couriers for the file under review only, and only once something is typed', () => {
    expect(found('ㅎㅈㅌㅂ')[0]).toBe('이 파일의 택배사를 한진택배로 정하기');
    expect(found('').some((each) => each.includes('택배사를'))).toBe(false);
    expect(found('ㅎㅈㅌㅂ', { review: undefined })).toEqual([]);
  });

  it('says what the pause would do, and nothing without a store', () => {
    expect(found('다시 시작', { paused: true })).toEqual(['다시 시작하기']);
    expect(found('잠시 멈', { paused: undefined })).toEqual([]);
  });
});
