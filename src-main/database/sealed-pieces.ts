import { z } from 'zod';
import type { Personal } from './tables';

/**
 * What was sealed at different times, under keys of which not all may be at hand, kept in one cell. One piece lies as
 * it was sealed; several as this mark and a list in JSON, base64 each, the newest last.
 */
const mark = 'm1.';
const listSchema = z.array(z.string());

/** The texts of a cell that can be opened now, the oldest first. */
export function openPieces(personal: Personal, cell: Uint8Array | null | undefined): string[] {
  if (cell === null || cell === undefined) return [];
  return piecesOf(cell).flatMap((piece) => personal.open(piece) ?? []);
}

/**
 * What to write over a cell: the new piece, and byte for byte what of the old ones cannot be opened now. A keychain may
 * be locked, or its key lost, and come back; then everything can be read again.
 * @param next null when nothing is to be said, or nothing can be sealed
 */
export function keepUnopened(
  personal: Personal,
  before: Uint8Array | null | undefined,
  next: Uint8Array | null,
): Uint8Array | null {
  if (before === null || before === undefined) return next;
  const pieces = piecesOf(before).filter((piece) => personal.open(piece) === undefined);
  if (next !== null) pieces.push(next);
  const [first] = pieces;
  if (first === undefined || pieces.length === 1) return first ?? null;
  return Buffer.from(mark + JSON.stringify(pieces.map((piece) => Buffer.from(piece).toString('base64'))), 'utf8');
}

function piecesOf(cell: Uint8Array): Uint8Array[] {
  const text = Buffer.from(cell).toString('latin1');
  if (!text.startsWith(mark)) return [cell];
  try {
    return listSchema.parse(JSON.parse(text.slice(mark.length))).map((piece) => Buffer.from(piece, 'base64'));
  } catch {
    // Changed from outside: one piece, which no key opens.
    return [cell];
  }
}
