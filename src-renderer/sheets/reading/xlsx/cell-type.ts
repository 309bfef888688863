import { Unfamiliar } from '../refusal';
import { decodeUtf8 } from '../table/decode-utf8';
import { ascii } from '../xml/xml-bytes';

/** The types a cell can have; `t` of `<c>`. */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** Whether an attribute that begins here declares a namespace: what it encloses is then no longer surely a cell. */
export function isNamespace(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 1] === 0x6d &&
    bytes[at + 2] === 0x6c &&
    bytes[at + 3] === 0x6e &&
    bytes[at + 4] === 0x73 &&
    bytes[at + 5] === ascii.equals
  );
}

/** The type written in bytes[from, to), the value of `t`. */
export function cellType(bytes: Uint8Array, from: number, to: number): CellType {
  if (to === from + 1) {
    switch (bytes[from]) {
      case 0x73:
        return 's';
      case 0x6e:
        return 'n';
      case 0x62:
        return 'b';
      case 0x65:
        return 'e';
      case 0x64:
        return 'd';
    }
  }
  const written = decodeUtf8(bytes, from, to);
  if (written === 'str' || written === 'inlineStr') return written;
  throw new Unfamiliar(`cell type ${written.slice(0, 20)}`);
}
