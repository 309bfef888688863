import { ascii, findTagEnd } from '../xml/xml-bytes';

/** From behind an opening tag to behind its closing one, whatever lies between. -1 when the bytes end first. */
export function skipElement(bytes: Uint8Array, at: number, end: number): number {
  let depth = 1;
  let i = at;
  while (depth > 0) {
    while (i < end && bytes[i] !== ascii.less) i++;
    if (i + 1 >= end) return -1;
    const close = findTagEnd(bytes, i + 1, end);
    if (close < 0) return -1;
    if (bytes[i + 1] === ascii.slash) depth--;
    else if (bytes[close - 1] !== ascii.slash && bytes[i + 1] !== ascii.bang && bytes[i + 1] !== ascii.question)
      depth++;
    i = close + 1;
  }
  return i;
}
