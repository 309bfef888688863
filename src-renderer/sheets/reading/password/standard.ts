import { sha1 } from '@noble/hashes/legacy.js';
import { Refusal } from '../refusal';
import { aesKey } from './aes';
import { concat, isSame, spinHash } from './hash-name';

/** [MS-OFFCRYPTO] 2.3.4.7 fixes them. */
const spins = 50_000;
const verifierHashBytes = 20;
/** algID of AES with 128, 192 and 256 bits. RC4 (0x6801) is the other one, and no xlsx has it. */
const keyBytesById: Readonly<Record<number, number>> = { 0x660e: 16, 0x660f: 24, 0x6610: 32 };

export interface StandardInfo {
  keyBytes: number;
  salt: Uint8Array;
  verifier: Uint8Array;
  verifierHash: Uint8Array;
}

/** Reads a binary EncryptionInfo (version x.2), as Excel 2007 and LibreOffice write it. */
export function readStandardInfo(info: Uint8Array): StandardInfo {
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const headerBytes = info.length >= 12 ? view.getUint32(8, true) : 0;
  const verifierAt = 12 + headerBytes;
  if (headerBytes < 32 || verifierAt + 72 > info.length) throw new Refusal('damaged', 'encryption header');
  const algorithm = view.getUint32(20, true);
  // A few writers leave the algorithm 0 and give the key's bits only.
  const keyBytes = keyBytesById[algorithm] ?? (algorithm === 0 ? view.getUint32(28, true) / 8 : 0);
  if (![16, 24, 32].includes(keyBytes)) throw new Refusal('password-kind-unknown', `algorithm ${algorithm}`);
  if (view.getUint32(verifierAt, true) !== 16) throw new Refusal('damaged', 'salt');
  return {
    keyBytes,
    salt: info.subarray(verifierAt + 4, verifierAt + 20),
    verifier: info.subarray(verifierAt + 20, verifierAt + 36),
    verifierHash: info.subarray(verifierAt + 40, verifierAt + 72),
  };
}

/** The package behind a Standard lock; undefined when the password does not fit. */
export async function openStandard(
  info: StandardInfo,
  encrypted: Uint8Array,
  password: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = await aesKey(deriveKey(info, password));
  const verifier = await key.ecb(info.verifier);
  const expected = (await key.ecb(info.verifierHash)).subarray(0, verifierHashBytes);
  if (!isSame(sha1(verifier), expected)) return undefined;
  const body = encrypted.subarray(8);
  return key.ecb(body.subarray(0, body.length - (body.length % 16)));
}

function deriveKey(info: StandardInfo, password: string): Uint8Array {
  const spun = sha1(concat(spinHash(sha1, info.salt, password, spins), new Uint8Array(4)));
  const half = (filler: number): Uint8Array => {
    const block = new Uint8Array(64).fill(filler);
    for (const [at, byte] of spun.entries()) block[at] = filler ^ byte;
    return sha1(block);
  };
  return concat(half(0x36), half(0x5c)).subarray(0, info.keyBytes);
}
