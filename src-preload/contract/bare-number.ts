import { cleanText, dashSigns } from './clean-text';

const separators = new RegExp(String.raw`[\s${dashSigns}]`, 'gu');

/**
 * A number as it is compared, searched and sent: without the blanks and dashes people write between its digits, and
 * without unseen signs. `1020-3040 5064` is `102030405064`; letters stay as they are.
 */
export function bareNumber(number: string): string {
  return cleanText(number).replaceAll(separators, '');
}

/** Whether two spellings are one number; letters, which couriers abroad use, compare without case. Absent equals empty. */
export function isSameNumber(one: string | undefined, other: string | undefined): boolean {
  return lettersAndDigits(one) === lettersAndDigits(other);
}

function lettersAndDigits(text: string | undefined): string {
  return (text ?? '').replaceAll(/[^0-9a-z]/giu, '').toUpperCase();
}
