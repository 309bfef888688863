import { recordsOf } from './password/unlock-xls';
import { inflateWhole } from './zip/inflate-part';
import { readZipDirectory } from './zip/zip-directory';

/** Cell records of BIFF 8 and 5: MulRk, LabelSst, Formula, Number, Label, BoolErr, RK, RString. */
const cellRecords = new Set([0xbd, 0xfd, 0x06, 0x0206, 0x0406, 0x0203, 0x0204, 0x0205, 0x027e, 0xd6]);
/** Label, and the length of one without a letter. */
const label = 0x0204;
const emptyLabel = 9;
/** Parts that hold the cells of a sheet. */
const sheetParts = /^(xl\/.*sheet[^/]*\.(xml|bin)|content\.xml)$/;
/** A value with something in it: of xlsx, and of an OpenDocument sheet. */
const filledCell = /<(?:[\w.-]{1,40}:)?(?:v|t|p)(?:\s[^<>]{0,500})?>[^<]|\svalue(?:-type)?=|office:value=/;
const largestLookedAt = 64 * 1024 * 1024;

/** Whether a workbook stream has cells in it, although none was read. */
export function holdsCellRecords(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (const { id, from, to } of recordsOf(view, 0)) {
    if (cellRecords.has(id) && (id !== label || to - from > emptyLabel)) return true;
  }
  return false;
}

/** Whether a workbook in a zip has cells in it, although none was read. */
export async function holdsCellParts(bytes: Uint8Array): Promise<boolean> {
  for (const entry of readZipDirectory(bytes).values()) {
    if (!sheetParts.test(entry.name) || entry.size > largestLookedAt) continue;
    const part = await inflateWhole(bytes, entry);
    if (entry.name.endsWith('.bin') ? part.length > 4096 : filledCell.test(new TextDecoder().decode(part))) return true;
  }
  return false;
}
