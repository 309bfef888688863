import { Refusal } from '../refusal';
import { readLimits } from '../workbook';

/** One file inside the zip, as the central directory has it. */
export interface ZipEntry {
  /** Normalised: forward slashes, lower case, no leading slash. Some writers use backslashes. */
  name: string;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Where its local header starts. */
  offset: number;
}

export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const endSignature = 0x06054b50;
const end64LocatorSignature = 0x07064b50;
const end64Signature = 0x06064b50;
const entrySignature = 0x02014b50;
const unknownSize = 0xffffffff;

/**
 * Reads the central directory and judges it before a single byte is inflated: number of parts, declared sizes, ratio,
 * locks, methods. Everything later is bounded by what stands here. Refuses with `damaged`, `too-many-parts`,
 * `too-large-inside` or `password-kind-unknown`.
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, count, size } = findDirectory(view);
  if (count > readLimits.parts) throw new Refusal('too-many-parts', String(count));
  const names = new TextDecoder();
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let at = start;
  for (let n = 0; n < count; n++) {
    const { entry, rawName: nameBytes, flags, next } = readEntry(bytes, view, at);
    const rawName = names.decode(nameBytes);
    judgeName(bytes, view, at + 46, nameBytes.length, entry);
    at = next;
    if (rawName.endsWith('/') && entry.size === 0) continue;
    if ((flags & 1) !== 0) throw new Refusal('password-kind-unknown', 'zip');
    total += judgeEntry(entry, bytes.length);
    if (total > readLimits.inflatedBytes) throw new Refusal('too-large-inside', 'total');
    // Two parts of one name: programs disagree which one counts, so neither does.
    if (entries.has(entry.name)) throw new Refusal('damaged', `two parts named ${entry.name}`);
    entries.set(entry.name, entry);
  }
  // A count that was changed would lose the last parts without a word, and with them formats or shared texts.
  if (at !== start + size) throw new Refusal('damaged', 'zip directory');
  return entries;
}

/** An entry as it stands, nothing of it judged. */
export interface ListedEntry {
  entry: ZipEntry;
  rawName: Uint8Array;
  /** General purpose bits: 0 says locked. */
  flags: number;
  /** Where the next entry begins. */
  next: number;
}

/** Reads the entry of the central directory at `at`. Refuses one that is none with `damaged`. */
export function readEntry(bytes: Uint8Array, view: DataView, at: number): ListedEntry {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) {
    throw new Refusal('damaged', 'zip directory');
  }
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) throw new Refusal('damaged', 'zip directory');
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const entry: ZipEntry = {
    name: normaliseName(new TextDecoder().decode(rawName)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  readZip64Extra(view, at + 46 + nameLength, extraLength, entry);
  return { entry, rawName, flags: view.getUint16(at + 8, true), next };
}

/** Part names are compared without case and with forward slashes only. */
export function normaliseName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/**
 * A part is named twice, here and before its own bytes. No checksum covers names: one that was changed would make its
 * part a missing one, and a missing part of formats turns dates and leading zeros into other numbers.
 */
function judgeName(bytes: Uint8Array, view: DataView, at: number, length: number, entry: ZipEntry): void {
  const local = entry.offset;
  if (local + 30 + length > bytes.length) throw new Refusal('damaged', 'part outside the file');
  let isSame = view.getUint16(local + 26, true) === length;
  for (let k = 0; isSame && k < length; k++) isSame = bytes[at + k] === bytes[local + 30 + k];
  if (!isSame) throw new Refusal('damaged', 'part header');
}

function judgeEntry(entry: ZipEntry, fileLength: number): number {
  if (entry.method !== 0 && entry.method !== 8) throw new Refusal('damaged', `zip method ${entry.method}`);
  if (entry.offset + 30 + entry.packedSize > fileLength) throw new Refusal('damaged', 'part outside the file');
  if (entry.method === 0 && entry.size !== entry.packedSize) throw new Refusal('damaged', 'stored size');
  if (entry.size > readLimits.inflatedBytes) throw new Refusal('too-large-inside', entry.name);
  if (entry.size > readLimits.ratioFromBytes && entry.size > entry.packedSize * readLimits.ratio) {
    throw new Refusal('too-large-inside', `ratio of ${entry.name}`);
  }
  return entry.size;
}

/** Where the central directory is. The end record stands in the last 64 kB; the directory before it. Zip64 as some Java and .NET writers add it. */
export function findDirectory(view: DataView): { start: number; count: number; size: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let start = view.getUint32(at + 16, true);
    let end = at;
    if (count === 0xffff || size === unknownSize || start === unknownSize) {
      const locator = at - 20;
      if (locator >= 0 && view.getUint32(locator, true) === end64LocatorSignature) {
        end = Number(view.getBigUint64(locator + 8, true));
        if (end + 56 > view.byteLength || view.getUint32(end, true) !== end64Signature) continue;
        count = Number(view.getBigUint64(end + 32, true));
        size = Number(view.getBigUint64(end + 40, true));
        start = Number(view.getBigUint64(end + 48, true));
      }
    }
    if (start + size <= end) return { start, count, size };
  }
  throw new Refusal('damaged', 'no zip directory');
}

function readZip64Extra(view: DataView, from: number, length: number, entry: ZipEntry): void {
  for (let at = from; at + 4 <= from + length;) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    let field = at + 4;
    const take = (): number => {
      if (field + 8 > end || field + 8 > from + length) throw new Refusal('damaged', 'zip64 field');
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    if (id === 1) {
      if (entry.size === unknownSize) entry.size = take();
      if (entry.packedSize === unknownSize) entry.packedSize = take();
      if (entry.offset === unknownSize) entry.offset = take();
      return;
    }
    at = end;
  }
}
