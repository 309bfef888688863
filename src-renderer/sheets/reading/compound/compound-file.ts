import { Refusal } from '../refusal';

const endOfChain = 0xfffffffa;
const entryBytes = 128;
/** Streams shorter than this lie in the mini stream; the format allows no other number. */
const miniCutoff = 4096;

/**
 * The container of .xls and of locked .xlsx ([MS-CFB]): a little file system of sectors. Reads its directory; streams
 * come when asked for. A sector met twice in one chain is a ring, and refused. Refuses with `damaged`.
 */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorBytes: number;
  private readonly sectors: number;
  private readonly fat: Uint32Array;
  private readonly streams = new Map<string, { start: number; size: number }>();
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
    return this.streams.has(name);
  }

  stream(name: string): Uint8Array {
    const entry = this.streams.get(name);
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
    const directory = this.chain(this.view.getUint32(48, true));
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    const names = new TextDecoder('utf-16le');
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
      const type = directory[at + 66];
      const start = view.getUint32(at + 116, true);
      const size = view.getUint32(at + 120, true);
      if (type === 5) {
        this.rootStart = start;
        this.rootSize = size;
      }
      if (type !== 2) continue;
      const nameLength = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
      const name = names.decode(directory.subarray(at, at + nameLength));
      if (!this.streams.has(name)) this.streams.set(name, { start, size });
    }
  }

  /** A chain of sectors; cut to `size`, or whole. */
  private chain(start: number, size = Number.POSITIVE_INFINITY): Uint8Array {
    const found: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector < endOfChain && length < size;) {
      if (found.length > this.sectors) throw new Refusal('damaged', 'ring in the container');
      const bytes = this.sector(sector);
      found.push(bytes);
      length += bytes.length;
      sector = this.fat[sector] ?? 0xffffffff;
    }
    if (size !== Number.POSITIVE_INFINITY && length < size) throw new Refusal('damaged', 'container breaks off');
    return join(found, Math.min(length, size));
  }

  private miniChain(start: number, size: number): Uint8Array {
    this.miniFat ??= this.numbers(this.chain(this.view.getUint32(60, true)));
    this.miniStream ??= this.chain(this.rootStart, this.rootSize);
    const found: Uint8Array[] = [];
    for (let sector = start; found.length * 64 < size; sector = this.miniFat[sector] ?? endOfChain) {
      const bytes = this.miniStream.subarray(sector * 64, sector * 64 + 64);
      if (sector >= endOfChain || bytes.length === 0) throw new Refusal('damaged', 'container breaks off');
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
