import { describe, expect, it, test } from 'vitest';
import { compareNames, readName } from '../../../../../src-preload/contract/join/names';
import { comparePhones, readPhones } from '../../../../../src-preload/contract/join/phones';
import { comparePlaces } from '../../../../../src-preload/contract/join/places';
import { readPlace } from '../../../../../src-preload/contract/join/read-place';
import { compareGoods, readGoods } from '../../../../../src-preload/contract/join/products';
import { numbersIn } from '../../../../../src-preload/contract/join/facts';

const names = (one: string, other: string): string => compareNames(readName(one), readName(other));
const phones = (one: string, other: string): string => comparePhones(readPhones([one]), readPhones([other]));
const places = (one: string, other: string): string => comparePlaces(readPlace(one), readPlace(other));

describe('names', () => {
  test.each([
    ['김하루', '김 하루', 'same'],
    ['김하루님', '김하루', 'same'],
    ['김하루님께', '김하루', 'same'],
    ['김하루 고객님', '김하루', 'same'],
    ['김하루(선물)', '김하루', 'same'],
    ['김하루 1234', '김하루', 'same'],
    ['Kim Haru', 'kim haru', 'same'],
    ['김하루', '김하나', 'different'],
    ['김하', '김하루', 'different'],
    ['모란상사 김하루', '김하루', 'near'],
    ['김*루', '김하루', 'near'],
    ['김○루', '김하루', 'near'],
    ['김O루', '김하루', 'near'],
    ['김**', '김하루', 'near'],
    ['김하루 고**', '김하루', 'near'],
    ['김하루 고**', '김하나', 'different'],
    ['김하루 고**', '김하루 고객님', 'near'],
    ['***', '김하루', 'unknown'],
    ['김*', '김하루', 'unknown'],
    ['김*루', '박하루', 'different'],
    ['고객님', '김하루', 'unknown'],
    ['', '김하루', 'unknown'],
    ['김', '김', 'near'],
  ])('%s and %s are %s', (one, other, likeness) => {
    expect(names(one, other)).toBe(likeness);
    expect(names(other, one)).toBe(likeness);
  });
});

describe('phones', () => {
  test.each([
    ['010-9876-5432', '01098765432', 'same'],
    ['+82 10-9876-5432', '010-9876-5432', 'same'],
    ['1098765432', '010-9876-5432', 'same'],
    ['010-9876-5432', '010-9876-5433', 'different'],
    ['010-****-5432', '010-9876-5432', 'near'],
    ['010-****-5432', '010-9876-1111', 'different'],
    ['010-9876-****', '010-9876-5432', 'unknown'],
    ['0502-1234-5678', '010-9876-5432', 'unknown'],
    ['0502-1234-5678', '0503-8765-4321', 'unknown'],
    ['0502-1234-5678', '0502-1234-5678', 'near'],
    ['010-0000-0000', '010-9876-5432', 'unknown'],
    ['010-0000-0000', '01000000000', 'unknown'],
    ['', '010-9876-5432', 'unknown'],
    ['010-1111-2222, 010-9876-5432', '010-9876-5432', 'same'],
    ['02-345-6789 010-9876-5432', '010-9876-5432', 'same'],
    ['010-1111-2222', '010-9876-5432, 0502-1234-5678', 'unknown'],
    ['5432', '010-9876-5432', 'near'],
  ])('%s and %s are %s', (one, other, likeness) => {
    expect(phones(one, other)).toBe(likeness);
    expect(phones(other, one)).toBe(likeness);
  });
});

describe('places', () => {
  const home = '경기 고양시 일산서구 가온로 12, 304동 1502호';
  test.each([
    [home, '경기도 고양시 일산서구 가온로12 304동1502호', 'same'],
    [home, '경기도 고양시 일산서구 가온로 12 (주엽동, 가온마을) 304-1502', 'same'],
    [home, '(10380) 경기 고양시 일산서구 가온로 12 제304동 제1502호', 'same'],
    [home, '고양시 일산서구 가온로 12, 304동 1502호', 'same'],
    [home, '경기 고양시 일산서구가온로 12 304동 15층 1502호', 'same'],
    [home, '경기 고양시 일산서구 가온로 12, 304동 1503호', 'different'],
    [home, '경기 고양시 일산서구 가온로 12, 305동 1502호', 'different'],
    [home, '경기 고양시 일산서구 가온로 12', 'near'],
    [home, '경기 고양시 일산서구 가온로 12 1502호', 'near'],
    [home, '경기 고양시 일산서구 가온로 13, 304동 1502호', 'different'],
    [home, '경기 고양시 일산서구 주엽동 99-1 304동 1502호', 'unknown'],
    [home, '경기 고양시 일산서구 가온로 **', 'unknown'],
    [home, 'OO아파트 304동 1502호', 'unknown'],
    [home, '', 'unknown'],
    ['부산 중구 중앙로 1', '대구 중구 중앙로 1', 'different'],
    ['부산 중구 중앙로 1', '중구 중앙로 1', 'near'],
    ['서울 강남구 테헤란로 152', '서울특별시 강남구 테헤란로 152', 'same'],
    ['서울 강남구 강남대로84길 11', '서울 강남구 강남대로 84길 11', 'same'],
    ['서울 강남구 강남대로84길 11', '서울 강남구 강남대로 84', 'different'],
    ['대구 수성구 들안로 14, 3층', '대구광역시 수성구 들안로 14 3층', 'same'],
    ['대구 수성구 들안로 14, 3층', '대구 수성구 들안로 14, 지하1층', 'different'],
    ['대구 수성구 들안로 14, 3층', '대구 수성구 들안로 14 3F (두산동)', 'same'],
    ['대구 수성구 들안로 14, 지하 1층', '대구 수성구 들안로 14 B1F', 'same'],
    ['대구 수성구 들안로 14, 1층', '대구 수성구 들안로 14 B1F', 'different'],
    ['대구 수성구 들안로 14, 302호', '대구 수성구 들안로 14 302 (두산동) 1층 무인택배함', 'same'],
    ['광주 북구 솔밭길 62, 나동 101호', '광주 북구 솔밭길 62 나-101', 'same'],
    ['광주 북구 솔밭길 62, 나동 101호', '광주 북구 솔밭길 62 가-101', 'different'],
    ['광주 북구 솔밭길 62, B동 101호', '광주 북구 솔밭길 62 B-101', 'near'],
    [home, `${home} 공동현관 #0410*`, 'same'],
    [home, `${home} (현관 비밀번호 2580#)`, 'same'],
    [home, '경기 고양시 일산서구 가온로 12 현관비번 *1234# 304동 1502호', 'same'],
    [home, '경기 고양시 일산서구 가온로 12 공동현관 304-1503', 'different'],
    [home, '경기 고양시 일산서구 가온로 12 공동현관 ****', 'unknown'],
    ['서울 중구 을지로3가 12', '서울 중구 을지로3가 99', 'different'],
    ['서울 강남구 역삼동 123-4', '서울 강남구 역삼동 123-4번지', 'same'],
    ['광주 북구 솔밭길 62, 나동 101호', '광주광역시 북구 솔밭길 62 나동101호', 'same'],
    ['광주 북구 솔밭길 62, 나동 101호', '광주광역시 북구 솔밭길 62 가동 101호', 'different'],
    ['강원특별자치도 춘천시 물안길 7-1', '강원 춘천시 물안길 7', 'different'],
  ])('%s and %s are %s', (one, other, likeness) => {
    expect(places(one, other)).toBe(likeness);
    expect(places(other, one)).toBe(likeness);
  });
});

it('knows a district of many cities by its postcode', () => {
  const [there, here] = [readPlace('부산 중구 중앙로 1'), readPlace('중구 중앙로 1')];
  expect(comparePlaces(there, here)).toBe('near');
  expect(comparePlaces(there, here, true)).toBe('same');
  expect(comparePlaces(there, readPlace('중구 중앙로 1, 203호'), true)).toBe('near');
});

it('finds a product within what a line names', () => {
  const goods = (line: string, product: string, option: string): string =>
    compareGoods(readGoods(line), product, option);
  expect(goods('린넨 앞치마 / 차콜', '린넨앞치마', '차콜')).toBe('same');
  expect(goods('린넨 앞치마', '린넨앞치마', '차콜')).toBe('same');
  expect(goods('린넨 앞치마 베이지', '린넨앞치마', '차콜')).toBe('near');
  expect(goods('유자차', '린넨앞치마', '차콜')).toBe('different');
  expect(goods('', '린넨앞치마', '차콜')).toBe('unknown');
  expect(readGoods('무지 노트 A5 외 2건').more).toBe(2);
});

it('finds numbers of the market with anything around them, and cuts none out of longer ones', () => {
  expect(numbersIn('★2026112712361251')).toEqual(['2026112712361251']);
  expect(numbersIn('A-2026112712361251-1')).toEqual(['2026112712361251']);
  expect(numbersIn('2026112712361251/2026112712361252')).toEqual(['2026112712361251', '2026112712361252']);
  expect(numbersIn('2026-1127-1236-1251')).toEqual(['2026112712361251']);
  expect(numbersIn('12026112712361251')).toEqual([]);
  expect(numbersIn('20261127123612519')).toEqual([]);
  expect(numbersIn('1926112712361251')).toEqual([]);
});
