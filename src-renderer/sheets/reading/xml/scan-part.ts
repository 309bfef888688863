import { Refusal } from '../refusal';
import { inflateWhole } from '../zip/inflate-part';
import type { InflatePart } from '../zip/inflate-part';
import type { ZipEntry } from '../zip/zip-directory';
import { toUtf8 } from './part-encoding';
import type { PartScanner } from './xml-bytes';

/** Half of it is filled before the scanner looks: pieces come in 16 to 64 kB. */
const windowBytes = 512 * 1024;
/** Bytes of XML that may stand together without an end before the part counts as damaged. */
const longestConstruct = 32 * 1024 * 1024;

/**
 * Runs a scanner over a part while it is being inflated, so that the hundred megabytes of a large sheet never lie in
 * memory as a whole. Refuses with `damaged` when something is left that the scanner could not take.
 */
export async function scanPart(
  file: Uint8Array,
  entry: ZipEntry,
  scanner: PartScanner,
  inflate: InflatePart,
): Promise<void> {
  let window = new Uint8Array(Math.min(windowBytes, entry.size));
  let used = 0;
  let enough = windowBytes / 2;
  let isFirst = true;
  let inOtherEncoding = false;
  await inflate(file, entry, (piece) => {
    if (inOtherEncoding) return;
    if (used + piece.length > window.length) {
      const larger = new Uint8Array(Math.max(window.length * 2, used + piece.length));
      larger.set(window.subarray(0, used));
      window = larger;
    }
    window.set(piece, used);
    used += piece.length;
    if (used < enough) return;
    if (isFirst) {
      isFirst = false;
      if (toUtf8(window.subarray(0, used)) !== undefined) {
        inOtherEncoding = true;
        return;
      }
    }
    const taken = scanner.scan(window, 0, used);
    window.copyWithin(0, taken, used);
    used -= taken;
    // What could not be taken must double before it is looked at again: otherwise one endless tag costs its square.
    enough = Math.max(windowBytes / 2, used * 2);
    if (used > longestConstruct) throw new Refusal('damaged', `no end of a tag in ${entry.name}`);
  });
  if (isFirst) inOtherEncoding = toUtf8(window.subarray(0, used)) !== undefined;
  if (inOtherEncoding) {
    const whole = await inflateWhole(file, entry);
    window = toUtf8(whole) ?? whole;
    used = window.length;
  }
  const taken = scanner.scan(window, 0, used);
  for (let i = taken; i < used; i++) {
    if ((window[i] ?? 0) > 32) throw new Refusal('damaged', `no end of a tag in ${entry.name}`);
  }
}
