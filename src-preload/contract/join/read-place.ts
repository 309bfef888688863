import { cleanText } from '../clean-text';
import { coverSigns } from './likeness';

/** An address as it is compared. */
export interface ReadPlace {
  /** `road`, `lot`: written by road or by lot (도로명, 지번); `words`: neither was found; `covered`: parts are hidden. */
  is: 'road' | 'lot' | 'words' | 'covered' | 'none';
  /** Short name of the province or city (서울, 경기); empty where it is not written. */
  province: string;
  /** 시, 군 and 구. */
  districts: readonly string[];
  /** The house: road and number, or 동/리 and lot. Of `words` all of it. */
  house: string;
  /** 동 of a block, 호, or 층 where there is no 호; empty where not written. */
  block: string;
  flat: string;
}

const provinces: readonly [RegExp, string][] = [
  [/^서울(?:특별시|시)?/u, '서울'],
  [/^부산(?:광역시|시)?/u, '부산'],
  [/^대구(?:광역시|시)?/u, '대구'],
  [/^인천(?:광역시|시)?/u, '인천'],
  [/^광주(?:광역시)(?=\s|[가-힣])|^광주(?=\s*(?:동|서|남|북|광산)구)/u, '광주'],
  [/^대전(?:광역시|시)?/u, '대전'],
  [/^울산(?:광역시|시)?/u, '울산'],
  [/^세종(?:특별자치시|시)?(?=\s|[가-힣])/u, '세종'],
  [/^경기도?/u, '경기'],
  [/^강원(?:특별자치도|도)?/u, '강원'],
  [/^(?:충청북도|충북)/u, '충북'],
  [/^(?:충청남도|충남)/u, '충남'],
  [/^(?:전라북도|전북(?:특별자치도)?)/u, '전북'],
  [/^(?:전라남도|전남)/u, '전남'],
  [/^(?:경상북도|경북)/u, '경북'],
  [/^(?:경상남도|경남)/u, '경남'],
  [/^제주(?:특별자치도|도)?/u, '제주'],
];

const none: ReadPlace = { is: 'none', province: '', districts: [], house: '', block: '', flat: '' };
/** Beyond this it is no address. */
const longest = 300;
const isCovered = new RegExp(
  String.raw`[${coverSigns}]|(?<![A-Za-z])[Oo]{2,}(?=[가-힣\s,)]|$)|(?<![A-Za-z])[Xx]{2,}(?=[가-힣\s,)]|$)|\u110B{2,}`,
  'u',
);
const postcodeInFront = /^[([]?\s*(?:우\s*\)?\s*)?\d{3}-?\d{2,3}\s*[)\]]?\s+/u;
/** 테헤란로 152, 한빛로20번길 7-1, 강남대로84길 11; not 을지로3가, and not the 3 of 들안로 3층. */
const road =
  /([가-힣A-Za-z0-9·]+?(?:대로|로|길)(?:\s?\d{1,4}\s?(?:번|가|나|다|라|안)?길)?)\s*(?:지하\s*)?(\d{1,4})(?:\s*-\s*(\d{1,4}))?(?!\s*(?:번길|길|호|층)|[가동]|\d)/u;
/** 역삼동 123-4, 금천리 산 12; not 가동, a block. */
const lot =
  /([가-힣][가-힣0-9]*(?:동|리|가))\s*(산)?\s*(\d{1,4})(?:\s*-\s*(\d{1,4}))?(?:\s*번지)?(?!\s*(?:동|호|층|차|단지)|\d)/u;
const blockAlone = /^[가나다라마바사아자차카타파하]동$/u;
const districtAhead = /^.*[시군구읍면](?=[가-힣0-9]+$)/u;
const blockAndFlat =
  /(?:(?<![가-힣A-Za-z])([A-Za-z]|[가-힣])|(?<!\d)(\d{1,4}))\s*동\s*[-,]?\s*(?:제\s*)?(?:(?:지하\s*)?\d{1,2}\s*층\s*)?([A-Za-z]?-?\d{1,5})(?:\s*호)?(?!\d|\s*층)/u;
const flatWithSign = /(?:제\s*)?([A-Za-z]?-?\d{1,5})\s*호/u;
const dashed = /(?<![\d-])(\d{1,4})\s*-\s*(\d{2,5})(?![\d-]|\s*(?:동|길|번))/u;
/** 나-504: block 나. Not B-102, which may as well be a flat below the ground. */
const letterDashed =
  /(?<![\p{L}\d-])([AC-Zac-z]|[가나다라마바사아자차카타파하])\s*-\s*(\d{2,5})(?![\d-]|\s*(?:동|길|번))/u;
const blockOnly = /(?:(?<![가-힣A-Za-z])([A-Za-z]|[가-힣])|(?<!\d)(\d{1,4}))\s*동(?![가-힣])/u;
/** 2층 and 2F, 지하 1층, B1층 and B1F. */
const floor = /(?<!\d)(지하|B)?\s*(\d{1,2})\s*(?:층|F(?![\p{L}\d]))|(지층)/iu;
const bareFlat = /(?:^|[\s,])(\d{3,4})(?=$|[\s,)])/u;

/**
 * The code of a building's entrance, which buyers write behind their door: 공동현관 #0410*, 현관 비번 1234. Its star hides
 * nothing. Without a sign of a code, or a word for one, digits behind 현관 may be the door.
 */
const entranceCode =
  /(?:현관문?|출입(?:문|구)?)\s*:?\s*(?=[#*종]|\d+[#*])[#*종]*\d{4,}[#*]*(?![\d-]|\s*[동호층])|(?:비밀번호|비번|암호)\s*[:은는]?\s*[#*종]*\d{4,}[#*]*(?![\d-]|\s*[동호층])/gu;

/**
 * Reads an address of Korea as it is written for a parcel: province, districts, house, block and flat, whatever the blanks,
 * brackets and commas (resources/docs/sheets.md, "Joining"). A road and a lot are not translated into each other.
 */
export function readPlace(text: string | undefined): ReadPlace {
  if (text === undefined || text === '') return none;
  const cleaned = cleanText(text.length > longest ? text.slice(0, longest) : text).replace(postcodeInFront, '');
  if (cleaned === '') return none;
  const { province, rest } = takeProvince(withoutCode(cleaned));
  const covered = isCovered.test(rest);
  const match = road.exec(rest);
  const lots = match === null ? lotIn(rest) : undefined;
  const found = match ?? lots;
  if (found === undefined) {
    const districts = districtsIn(rest);
    return { is: covered ? 'covered' : 'words', province, districts, house: foldHouse(rest), block: '', flat: '' };
  }
  // A district written together with the road belongs to what stands before.
  const glued = districtAhead.exec(found[1] ?? '')?.[0] ?? '';
  const districts = districtsIn(rest.slice(0, found.index) + glued);
  const place = match === null ? 'lot' : 'road';
  const house = match === null ? lotHouse(found) : `${nameOf(match[1] ?? '')} ${match[2]}${tail(match[3])}`;
  const { block, flat } = flatIn(rest.slice(found.index + found[0].length));
  return { is: covered ? 'covered' : place, province, districts, house, block, flat };
}

/** Looked for only where its words are: most addresses have none. */
function withoutCode(text: string): string {
  return /현관|출입|비번|비밀번호|암호/u.test(text) ? text.replaceAll(entranceCode, ' ') : text;
}

function takeProvince(text: string): { province: string; rest: string } {
  const letter = text.charCodeAt(0);
  for (const [pattern, province] of provinces) {
    // Long and short name begin with one letter (충청북도, 충북): most patterns need not be tried.
    if (province.charCodeAt(0) !== letter) continue;
    const found = pattern.exec(text);
    if (found !== null) return { province, rest: text.slice(found[0].length).trimStart() };
  }
  return { province: '', rest: text };
}

const districtName = /[가-힣]+?[시군구](?=\s|[가-힣]|$)/gu;

function districtsIn(text: string): string[] {
  return text.match(districtName) ?? [];
}

function lotIn(text: string): RegExpExecArray | undefined {
  const found = lot.exec(text);
  return found === null || blockAlone.test(found[1] ?? '') ? undefined : found;
}

function lotHouse([, name = '', hill = '', number = '', part]: RegExpExecArray): string {
  return `${nameOf(name)} ${hill}${number}${tail(part)}`;
}

/** Without a district that was written together with it. */
function nameOf(name: string): string {
  return name.replaceAll(/\s/gu, '').replace(districtAhead, '').toLowerCase();
}

const tail = (part: string | undefined): string => (part === undefined ? '' : `-${part}`);

function foldHouse(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}*]/gu, '').toLowerCase();
}

/** What stands behind the house: 101동 1203호, 101-1203, 제101동 제1203호, 3층. */
function flatIn(text: string): { block: string; flat: string } {
  if (!/\d|동|층/u.test(text)) return { block: '', flat: '' };
  const both = blockAndFlat.exec(text);
  if (both !== null) return { block: unit(both[1] ?? both[2]), flat: unit(both[3]) };
  const dash = dashed.exec(text) ?? letterDashed.exec(text);
  if (dash !== null) return { block: unit(dash[1]), flat: unit(dash[2]) };
  const alone = blockOnly.exec(text);
  const block = unit(alone?.[1] ?? alone?.[2]);
  const signed = flatWithSign.exec(text);
  if (signed !== null) return { block, flat: unit(signed[1]) };
  const [storey, bare] = [floor.exec(text), bareFlat.exec(text)];
  // The door stands first: 1104 (물빛동) 1층 무인택배함.
  if (storey === null || (bare !== null && bare.index < storey.index)) return { block, flat: unit(bare?.[1]) };
  return { block, flat: storey[3] ?? `${storey[1] === undefined ? '' : '지하'}${storey[2]}층` };
}

/** Nearly all: 1203. */
const plainUnit = /^[1-9]\d*$/u;

function unit(text: string | undefined): string {
  if (text === undefined || plainUnit.test(text)) return text ?? '';
  return text
    .replaceAll('-', '')
    .replace(/^0+(?=\d)/u, '')
    .toLowerCase();
}
