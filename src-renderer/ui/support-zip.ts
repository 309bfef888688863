import type { SupportPart } from '../../src-preload/contract/support-report';
import { supportFileNames } from '../../src-preload/contract/support-report';

/** A zip with a file for each part, and `note.txt` where something was written. Loads what packs it when it is asked. */
export async function zipSupportParts(
  parts: readonly { part: SupportPart; text: string }[],
  note: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate');
  const files = Object.fromEntries(parts.map(({ part, text }) => [supportFileNames[part], strToU8(text)]));
  const said = note.trim();
  // fflate types its output as ArrayBufferLike; a copy of our own may become a Blob.
  return new Uint8Array(zipSync(said === '' ? files : { 'note.txt': strToU8(said), ...files }));
}
