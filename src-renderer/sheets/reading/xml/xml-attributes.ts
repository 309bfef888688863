import { decodeUtf8 } from '../table/decode-utf8';
import { ascii } from './xml-bytes';

/** Where the attribute just found stands. One object, written over at each call. */
export const attribute = { nameFrom: 0, nameTo: 0, valueFrom: 0, valueTo: 0 };

/**
 * Finds the next attribute in bytes[at, end), the inside of a tag, and puts it into `attribute`. Returns the position
 * behind it, -1 when there is none left.
 */
export function nextAttribute(bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && ((bytes[i] ?? 0) <= ascii.space || bytes[i] === ascii.slash)) i++;
  attribute.nameFrom = i;
  while (i < end && bytes[i] !== ascii.equals && (bytes[i] ?? 0) > ascii.space) i++;
  attribute.nameTo = i;
  while (i < end && bytes[i] !== ascii.doubleQuote && bytes[i] !== ascii.quote) i++;
  const quote = bytes[i];
  attribute.valueFrom = ++i;
  while (i < end && bytes[i] !== quote) i++;
  attribute.valueTo = i;
  return i < end ? i + 1 : -1;
}

/** Whether the attribute just found has exactly this name. */
export function isAttribute(bytes: Uint8Array, name: string): boolean {
  if (attribute.nameTo - attribute.nameFrom !== name.length) return false;
  for (let k = 0; k < name.length; k++) if (bytes[attribute.nameFrom + k] !== name.charCodeAt(k)) return false;
  return true;
}

/** Value of the attribute with this name in bytes[at, end), the inside of a tag; as written. For the rare tags. */
export function attributeText(bytes: Uint8Array, at: number, end: number, name: string): string | undefined {
  for (let i = nextAttribute(bytes, at, end); i >= 0; i = nextAttribute(bytes, i, end)) {
    if (isAttribute(bytes, name)) return decodeUtf8(bytes, attribute.valueFrom, attribute.valueTo);
  }
  return undefined;
}
