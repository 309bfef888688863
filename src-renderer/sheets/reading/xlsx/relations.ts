import { Refusal } from '../refusal';
import { toUtf8 } from '../xml/part-encoding';
import { xmlTags } from '../xml/xml-tags';
import { inflateWhole } from '../zip/inflate-part';
import { normaliseName } from '../zip/zip-directory';
import type { ZipDirectory, ZipEntry } from '../zip/zip-directory';

/** Parts larger than this are no lists of sheets. */
const largestListPart = 64 * 1024 * 1024;

/** Relations of a part by their id; types by their last word, targets as names in the zip. */
export type Relations = ReadonlyMap<string, { type: string; target: string }>;

/** The relations of a part; of the package, for ''. */
export async function readRelations(file: Uint8Array, zip: ZipDirectory, part: string): Promise<Relations> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = zip.get(`${folder}_rels/${part.slice(slash)}.rels`);
  const found = new Map<string, { type: string; target: string }>();
  if (entry === undefined) return found;
  for (const tag of xmlTags(await partText(file, entry))) {
    if (tag.name !== 'Relationship' || tag.isClosing || tag.attribute('TargetMode') === 'External') continue;
    const type = tag.attribute('Type') ?? '';
    found.set(tag.attribute('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolve(folder, tag.attribute('Target') ?? ''),
    });
  }
  return found;
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return normaliseName(decodePercent(parts.join('/')));
}

function decodePercent(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (reason) {
    if (reason instanceof URIError) return name;
    throw reason;
  }
}

/** The one part that a part refers to by this type: its styles, its shared texts. */
export function partByType(relations: Relations, zip: ZipDirectory, type: string): ZipEntry | undefined {
  for (const relation of relations.values()) if (relation.type === type) return zip.get(relation.target);
  return undefined;
}

/** A small part as text; UTF-16 is legal and happens. */
export async function partText(file: Uint8Array, entry: ZipEntry): Promise<string> {
  if (entry.size > largestListPart) throw new Refusal('too-large-inside', entry.name);
  const bytes = await inflateWhole(file, entry);
  return new TextDecoder().decode(toUtf8(bytes) ?? bytes);
}
