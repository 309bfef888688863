import { md5, sha1 } from '@noble/hashes/legacy.js';
import { Refusal } from '../refusal';
import { concat, isSame, utf16le } from './hash-name';
import { Rc4, xorBytes } from './rc4';

/** Decrypts bytes of a workbook stream in place, which belong to a record of so many bytes. */
export type DecryptBytes = (stream: Uint8Array, from: number, to: number, recordLength: number) => void;

/** The lock of an .xls. */
export interface XlsLock {
  /** What opens the stream; undefined when the password does not fit. */
  tryPassword(password: string): DecryptBytes | undefined;
}

/** A key serves for so many bytes of the stream ([MS-XLS] 2.2.10). */
const blockBytes = 1024;
const saltBytes = 16;
/** RC4 among the algorithms of CryptoAPI. */
const algorithmRc4 = 0x6801;
const algorithmSha1 = 0x8004;

type KeyOfBlock = (block: number) => Uint8Array;

/** The lock of Excel 97: RC4 with keys of 40 bits ([MS-OFFCRYPTO] 2.3.6). `header` begins with its version, 1.1. */
export function rc4Lock(header: Uint8Array): XlsLock {
  if (header.length < 4 + 3 * saltBytes) throw new Refusal('damaged', 'xls lock');
  const salt = header.subarray(4, 20);
  const verifier = header.subarray(20, 36);
  const verifierHash = header.subarray(36, 52);
  return lockOf({ verifier, verifierHash, hash: md5 }, (password) => {
    const short = md5(utf16le(password)).subarray(0, 5);
    const salted = new Uint8Array(16 * (short.length + saltBytes));
    for (let k = 0; k < 16; k++) salted.set(concat(short, salt), k * (short.length + saltBytes));
    const base = md5(salted).subarray(0, 5);
    return (block) => md5(concat(base, uint32(block)));
  });
}

/**
 * The lock of Excel 2002: RC4 by CryptoAPI with SHA-1 and keys of 40 to 128 bits ([MS-OFFCRYPTO] 2.3.5). `header` begins
 * with its version, 2.2 to 4.2.
 */
export function cryptoApiLock(header: Uint8Array): XlsLock {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const size = header.length >= 12 ? view.getUint32(8, true) : 0;
  const verifierAt = 12 + size;
  if (size < 32 || verifierAt + 60 > header.length) throw new Refusal('damaged', 'xls lock');
  const [algorithm, hash] = [view.getUint32(20, true), view.getUint32(24, true)];
  // 0 stands for the algorithm the flags name, and for an .xls that is RC4 with SHA-1.
  if (![0, algorithmRc4].includes(algorithm) || ![0, algorithmSha1].includes(hash)) {
    throw new Refusal('password-kind-unknown', `xls algorithm ${algorithm} ${hash}`);
  }
  const bits = view.getUint32(28, true) || 40;
  if (bits < 40 || bits > 128 || bits % 8 !== 0) throw new Refusal('password-kind-unknown', `xls ${bits} bits`);
  if (view.getUint32(verifierAt, true) !== saltBytes) throw new Refusal('damaged', 'xls lock');
  const salt = header.subarray(verifierAt + 4, verifierAt + 20);
  const verifier = header.subarray(verifierAt + 20, verifierAt + 36);
  const verifierHash = header.subarray(verifierAt + 40, verifierAt + 60);
  return lockOf({ verifier, verifierHash, hash: sha1 }, (password) => {
    const base = sha1(concat(salt, utf16le(password)));
    return (block) => {
      const key = sha1(concat(base, uint32(block))).subarray(0, bits / 8);
      // Keys of 40 bits are filled up with zeros, others are as long as they are (2.3.5.2).
      return bits === 40 ? concat(key, new Uint8Array(11)) : key;
    };
  });
}

interface Verifier {
  verifier: Uint8Array;
  verifierHash: Uint8Array;
  hash: (bytes: Uint8Array) => Uint8Array;
}

function lockOf({ verifier, verifierHash, hash }: Verifier, keysOf: (password: string) => KeyOfBlock): XlsLock {
  return {
    tryPassword: (password) => {
      const keyOf = keysOf(password);
      const cipher = new Rc4(keyOf(0));
      const plain = xorBytes(verifier, cipher.next(verifier.length));
      const expected = xorBytes(verifierHash, cipher.next(verifierHash.length));
      return isSame(hash(plain), expected) ? streamCipher(keyOf) : undefined;
    },
  };
}

/** Key bytes belong to places of the stream, whether what stands there is encrypted or not. */
function streamCipher(keyOf: KeyOfBlock): DecryptBytes {
  let block = -1;
  let key = new Uint8Array(0);
  return (stream, from, to) => {
    for (let at = from; at < to; at++) {
      const needed = Math.floor(at / blockBytes);
      if (needed !== block) {
        key = new Uint8Array(new Rc4(keyOf(needed)).next(blockBytes));
        block = needed;
      }
      stream[at] = (stream[at] ?? 0) ^ (key[at % blockBytes] ?? 0);
    }
  };
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
