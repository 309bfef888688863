import { Refusal } from '../refusal';

const endOfChain = 0xfffffffa;
const noEntry = 0xffffffff;
const entryBytes = 128;
/** Object types of a directory entry ([MS-CFB] 2.6.1). */
const objectType = { storage: 1, stream: 2, root: 5 } as const;
/** Streams shorter than this lie in the mini stream; the format allows no other number. */
const miniCutoff = 4096;
const miniSectorBytes = 64;

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/**
 * The container of .xls and of locked .xlsx ([MS-CFB]): a little file system of sectors. Reads its directory; streams
 * come when asked for. Only the root's own streams are known, by names without regard to case: what lies in a storage
 * belongs to an embedded object. A sector met twice in one chain is a ring, and refused. Refuses with `damaged`.
 */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorBytes: number;
  private readonly sectors: number;
  private readonly fat: Uint32Array;
  private readonly streams = new Map<string, Entry>();
  private miniFat: Uint32Array | undefined;
  private miniStream: Uint8Array | undefined;
  private rootStart = 0;
  private rootSize = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 512) throw new Refusal('damaged', 'container header');
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new Refusal('damaged', 'container sector size');
    this.sectorBytes = 1 << shift;
    this.sectors = Math.ceil(bytes.length / this.sectorBytes);
    if (this.view.getUint32(56, true) !== miniCutoff) throw new Refusal('damaged', 'container header');
    this.fat = this.readFat();
    this.readDirectory();
  }

  has(name: string): boolean {
    return this.streams.has(folded(name));
  }

  /** What the directory says a stream is long; it may be shorter where the file's last sector is. */
  declaredSize(name: string): number {
    return this.streams.get(folded(name))?.size ?? 0;
  }

  stream(name: string): Uint8Array {
    const entry = this.streams.get(folded(name));
    if (entry === undefined) throw new Refusal('damaged', `no stream ${name}`);
    if (entry.size >= miniCutoff) return this.chain(entry.start, entry.size);
    return this.miniChain(entry.start, entry.size);
  }

  private readFat(): Uint32Array {
    const list: number[] = [];
    for (let k = 0; k < 109; k++) list.push(this.view.getUint32(76 + 4 * k, true));
    let next = this.view.getUint32(68, true);
    for (let step = 0; next < endOfChain && step < this.sectors; step++) {
      const table = this.numbers(this.sector(next));
      list.push(...table.subarray(0, -1));
      next = table[table.length - 1] ?? endOfChain;
    }
    const used = list.filter((sector) => sector < endOfChain).slice(0, this.sectors);
    const perSector = this.sectorBytes / 4;
    const fat = new Uint32Array(used.length * perSector).fill(0xffffffff);
    used.forEach((sector, k) => fat.set(this.numbers(this.sector(sector)), k * perSector));
    return fat;
  }

  private readDirectory(): void {
    const entries = readEntries(this.chain(this.view.getUint32(48, true)));
    const root = entries.find(({ type }) => type === objectType.root) ?? entries[0];
    if (root === undefined) throw new Refusal('damaged', 'container directory');
    this.rootStart = root.start;
    this.rootSize = root.size;
    for (const entry of ownEntries(entries, root)) {
      const name = folded(entry.name);
      if (entry.type === objectType.stream && !this.streams.has(name)) this.streams.set(name, entry);
    }
  }

  /**
   * A chain of sectors; cut to `size`, or whole. The file's last sector may be short (its writer saved what was left of
   * it): then the stream is so much shorter than declared, and whoever reads it has to find its end.
   */
  private chain(start: number, size = Number.POSITIVE_INFINITY): Uint8Array {
    const found: Uint8Array[] = [];
    let length = 0;
    let isShort = false;
    for (let sector = start; sector < endOfChain && length < size && !isShort;) {
      if (found.length > this.sectors) throw new Refusal('damaged', 'ring in the container');
      const bytes = this.sector(sector);
      found.push(bytes);
      length += bytes.length;
      isShort = bytes.length < this.sectorBytes;
      sector = this.fat[sector] ?? noEntry;
      if (isShort && sector < endOfChain && length < size) throw new Refusal('damaged', 'container breaks off');
    }
    const missing = size - found.length * this.sectorBytes;
    if (size !== Number.POSITIVE_INFINITY && missing > 0) throw new Refusal('damaged', 'container breaks off');
    return join(found, Math.min(length, size));
  }

  private miniChain(start: number, size: number): Uint8Array {
    this.miniFat ??= this.numbers(this.chain(this.view.getUint32(60, true)));
    this.miniStream ??= this.chain(this.rootStart, this.rootSize);
    const found: Uint8Array[] = [];
    for (let sector = start; found.length * miniSectorBytes < size; sector = this.miniFat[sector] ?? endOfChain) {
      const wanted = Math.min(miniSectorBytes, size - found.length * miniSectorBytes);
      const bytes = this.miniStream.subarray(sector * miniSectorBytes, sector * miniSectorBytes + wanted);
      if (sector >= endOfChain || bytes.length < wanted) throw new Refusal('damaged', 'container breaks off');
      found.push(bytes);
    }
    return join(found, size);
  }

  private sector(number: number): Uint8Array {
    const at = (number + 1) * this.sectorBytes;
    if (at >= this.bytes.length) throw new Refusal('damaged', 'container breaks off');
    return this.bytes.subarray(at, at + this.sectorBytes);
  }

  private numbers(bytes: Uint8Array): Uint32Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = Math.floor(bytes.length / 4);
    return Uint32Array.from({ length: count }, (_, k) => view.getUint32(4 * k, true));
  }
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const names = new TextDecoder('utf-16le');
  return Array.from({ length: Math.floor(directory.length / entryBytes) }, (_, index) => {
    const at = index * entryBytes;
    const nameLength = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    return {
      name: names.decode(directory.subarray(at, at + nameLength)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/**
 * The entries that lie in the root itself: its child and that one's siblings, a binary tree. Where there is no storage
 * at all every entry is the root's, whatever a careless writer made of the tree.
 */
function ownEntries(entries: readonly Entry[], root: Entry): readonly Entry[] {
  if (!entries.some(({ type }) => type === objectType.storage)) return entries;
  const own: Entry[] = [];
  const seen = new Set<number>([noEntry]);
  const open = [root.child];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    own.push(entry);
    open.push(entry.right, entry.left);
  }
  return own;
}

/** [MS-CFB] 2.6.4 compares names in upper case. */
function folded(name: string): string {
  return name.toUpperCase();
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, length - at);
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
