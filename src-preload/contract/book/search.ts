import { bareNumber } from '../bare-number';
import { cleanText } from '../clean-text';

/** A name as it is compared: without blanks, signs and capitals. */
export function foldPerson(name: string): string {
  return cleanText(name)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Beginnings of a name by which it is found; one letter alone would find a fifth of all Koreans. */
const beginnings = [2, 3, 4] as const;
const fewestDigits = 4;
const longestPhone = 13;

/** What a person is found by: the words whose digests stand in the book. */
export function wordsOfPerson(person: {
  recipient?: string | undefined;
  phones?: readonly string[] | undefined;
}): string[] {
  const letters = [...foldPerson(person.recipient ?? '')];
  const names: string[] = [];
  for (const length of beginnings) if (letters.length >= length) names.push(letters.slice(0, length).join(''));
  const phones = (person.phones ?? []).flatMap((phone) => lastDigits(phone) ?? []);
  return [...new Set([...names.map((name) => `name ${name}`), ...phones.map((digits) => `phone ${digits}`)])];
}

function lastDigits(phone: string): string | undefined {
  const digits = phone.replaceAll(/\D/gu, '');
  return digits.length < fewestDigits ? undefined : digits.slice(-fewestDigits);
}

/** What a seller typed to find an order. */
export type BookSearch =
  /** The beginning of an order's or product order's number. */
  | { is: 'number'; digits: string }
  /** `word`: whose digest is looked up. `isWhole`: it says all that was typed; otherwise what is found must fit, too. */
  | {
      is: 'person';
      word: string;
      isWhole: boolean;
      fits(person: { recipient?: string | undefined; phones?: readonly string[] | undefined }): boolean;
    }
  /** Too short to find anything by. */
  | { is: 'nothing' };

/** Four digits are the end of a phone number; five or more the beginning of an order's number, or a whole phone number. */
export function readSearch(text: string): BookSearch {
  const digits = bareNumber(text);
  if (/^\d+$/u.test(digits)) {
    if (digits.length < fewestDigits) return { is: 'nothing' };
    const isPhone = digits.length === fewestDigits || (digits.startsWith('0') && digits.length <= longestPhone);
    if (!isPhone) return { is: 'number', digits };
    return {
      is: 'person',
      word: `phone ${digits.slice(-fewestDigits)}`,
      isWhole: digits.length === fewestDigits,
      fits: ({ phones = [] }) => phones.some((phone) => phone.replaceAll(/\D/gu, '').endsWith(digits)),
    };
  }
  const name = foldPerson(text);
  const letters = [...name];
  if (letters.length < beginnings[0]) return { is: 'nothing' };
  const word = `name ${letters.slice(0, Math.max(...beginnings)).join('')}`;
  const isWhole = letters.length <= Math.max(...beginnings);
  return { is: 'person', word, isWhole, fits: ({ recipient = '' }) => foldPerson(recipient).startsWith(name) };
}
