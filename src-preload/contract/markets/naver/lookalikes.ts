import { bareNumber } from '../../bare-number';
import { isDigits } from '../../plain-cell';
import type { Lookalike } from '../../market-rules';
import { readSheetDate } from '../../sheet-date';

/**
 * Korean telephone numbers as they are written: 010-1234-5678, 02-123-4567, (031) 123-4567, 0505-123-4567, 1588-1234,
 * +82 10 1234 5678 (numbering plan of the 과학기술정보통신부).
 */
const writtenPhone =
  /^(?:\+?82[\s.-]?\(?0?|\(?0)(?:2|[3-6]\d|1[016-9]|70|80|50\d)\)?[\s.-]?\d{3,4}[\s.-]\d{4}$|^\(?01[016-9]\)?[\s.-]\d{7,8}$|^1[568]\d\d[\s.-]\d{4}$/u;
/**
 * Without anything between the groups only mobile numbers, those over the internet (070) and safe numbers (050x) are
 * plain: others have the lengths of parcels' numbers.
 */
const barePhone = /^\+?(?:00)?(?:82|0)(?:1[016-9]\d{7,8}|70\d{8}|50[2-8]\d{7,8})$/u;
/** 26-11-21, 11.21.2026: which is the year does not matter here. */
const shortDay = /^(\d{1,2})[.-]\s?(\d{1,2})[.-]\s?(?:\d{2}|\d{4})\.?$/u;
/** 20261121, and a moment of it: 202611211030, 20261121103000. */
const bareDay = /^20[1-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?$/u;
/** 개인통관고유부호, by which a person clears customs: P and 12 digits (관세청). */
const customsCode = /^P\d{12}$/iu;
/** 900101-1234567; without the hyphen a parcel's number may look so. */
const residentNumber = /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s-][1-8]\d{6}$/u;
/** No courier's form ends so but the post's, which begins with letters as well. */
const letterBehind = /^\d{6,}[A-Z]{1,2}$/iu;
/** 111111111111: what a form is tried out with. */
const sameDigit = /^(\d)\1{5,}$/u;

/** What a cleaned cell looks like, where that is no number of a parcel. */
export function lookalikeOf(plain: string): Lookalike | undefined {
  if (isDigits(plain)) {
    if (barePhone.test(plain)) return 'phone';
    return bareDay.test(plain) ? 'date' : sameDigit.test(plain) ? 'filled-in' : undefined;
  }
  if (writtenPhone.test(plain) || barePhone.test(plain)) return 'phone';
  if (residentNumber.test(plain)) return 'resident';
  if (customsCode.test(plain)) return 'customs';
  if (letterBehind.test(plain)) return 'letter-behind';
  const isDay = shortDay.test(plain) || readSheetDate(plain).is === 'moment';
  return isDay ? 'date' : undefined;
}

/** Words that stand before a number, and couriers' names, which no courier puts into its numbers. */
const labels = new Set(
  `NO NUM NUMBER N TEL T PHONE MOBILE HP CP FAX F RM ROOM PO SO ID REF INV INVOICE ORD ORDER BL AWB HAWB MAWB WB WAYBILL
  TRACKING TRK TN SN BOX QTY CODE DATE ZIP EA PCS PC KG LOT SKU ITEM APT CJ CJGLS HANJIN LOTTE LOGEN EPOST EMS DHL UPS
  FEDEX TNT CU GS COUPANG KDEXP ILYANG DAESIN`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

const postForm = /^[A-Z]{2}\d{9}[A-Z]{2}$/u;
const upsForm = /^1Z[A-Z0-9]{16}$/u;
/** Letters and digits in one piece, at least six of them digits: SF1234567890123, LP00123456789012, TBA123456789012. */
const foreignForm = /^(?=(?:[A-Z]*\d){6})[A-Z0-9]{8,35}$/u;

/**
 * A number that carries letters, as international couriers have them; undefined for anything else. The post's form and
 * UPS's may be written in groups. Others only in one piece, and not behind a word that is a label: `No.1234`, `TEL02-…`,
 * `RM101-2026…` are words and a number.
 */
export function letteredNumber(plain: string): string | undefined {
  const written = plain.toUpperCase();
  const bare = bareNumber(written);
  if (postForm.test(bare) || upsForm.test(bare)) return bare;
  if (!foreignForm.test(written) || isDigits(written)) return undefined;
  const words = written.split(/\d+/u).filter((word) => word !== '');
  return words.some((word) => labels.has(word)) ? undefined : written;
}
