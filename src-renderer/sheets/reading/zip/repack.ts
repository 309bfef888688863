import { zipSync } from 'fflate';
import { Refusal } from '../refusal';
import { inflateWhole } from './inflate-part';
import type { ZipDirectory } from './zip-directory';

/** Parts the library reads nothing of value from. */
const leftOut =
  /^(xl\/(media|drawings|pivotcache|printersettings|embeddings)\/|xl\/vbaproject|thumbnails\/|pictures\/)/;

/**
 * A new zip with the same parts, each inflated and checked by us, and stored as they are: what the library then reads
 * cannot inflate beyond what was declared, and cannot be cut or altered without our noticing.
 */
export async function repackChecked(
  file: Uint8Array,
  zip: ZipDirectory,
  look: (name: string, bytes: Uint8Array) => void,
): Promise<Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  for (const entry of zip.values()) {
    if (leftOut.test(entry.name) || !/\.(xml|rels|bin)$|^mimetype$/.test(entry.name)) continue;
    const bytes = await inflateWhole(file, entry);
    look(entry.name, bytes);
    // A part of this name would become a property of every object.
    if (entry.name === '__proto__') throw new Refusal('forbidden-content', 'part name');
    parts[entry.name] = bytes;
  }
  return zipSync(parts, { level: 0 });
}
