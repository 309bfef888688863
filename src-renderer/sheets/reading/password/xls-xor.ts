import type { XlsLock } from './xls-rc4';

/** Longer passwords do not exist in this kind of lock. */
const longest = 15;
/** Fills the password up to 16 bytes ([MS-OFFCRYPTO] 2.3.7.2, PadArray). */
const filler = [0xbb, 0xff, 0xff, 0xba, 0xff, 0xff, 0xb9, 0x80, 0x00, 0xbe, 0x0f, 0x00, 0xbf, 0x0f, 0x00];

/**
 * XOR obfuscation, the lock of Excel 5 and 95, and of Excel 97 where it was so chosen ([MS-OFFCRYPTO] 2.3.7): 16 bytes
 * made of the password, over and over. `key` and `verifier` are the two numbers of the FilePass record.
 */
export function xorLock(key: number, verifier: number): XlsLock {
  return {
    tryPassword: (password) => {
      const bytes = passwordBytes(password);
      if (bytes.length === 0 || keyOf(bytes) !== key || verifierOf(bytes) !== verifier) return undefined;
      const array = obfuscationArray(bytes, key);
      return (stream, from, to, recordLength) => {
        for (let at = from; at < to; at++) {
          // A byte's place in the array is its place in the stream, moved on by the length of its record.
          const byte = (stream[at] ?? 0) ^ (array[(at + recordLength) & 15] ?? 0);
          stream[at] = ((byte << 3) | (byte >> 5)) & 0xff;
        }
      };
    },
  };
}

/** One byte for each letter: its lower one, or its higher one where that is 0 (2.3.7.4). */
function passwordBytes(password: string): number[] {
  return Array.from({ length: Math.min(password.length, longest) }, (_, k) => {
    const code = password.charCodeAt(k);
    return (code & 0xff) === 0 ? code >> 8 : code & 0xff;
  });
}

/** 2.3.7.2, CreateXorKey_Method1; its tables are the states of one shift register with feedback 0x1020. */
function keyOf(password: readonly number[]): number {
  let key = 0;
  let letterState = 0x8000;
  let endState = 0xffff;
  for (const letter of password.toReversed()) {
    for (let bit = 0; bit < 8; bit++) {
      letterState = shifted(letterState);
      endState = shifted(endState);
      // The eighth bit of a letter does not count.
      if (bit < 7 && ((letter >> bit) & 1) === 1) key ^= letterState;
    }
  }
  return key ^ endState;
}

function shifted(state: number): number {
  const next = ((state << 1) | (state >> 15)) & 0xffff;
  return (next & 1) === 1 ? next ^ 0x1020 : next;
}

/** 2.3.7.1, CreatePasswordVerifier_Method1. */
function verifierOf(password: readonly number[]): number {
  const turned = [password.length, ...password].reduceRight(
    (value, byte) => (((value >> 14) & 1) | ((value << 1) & 0x7fff)) ^ byte,
    0,
  );
  return turned ^ 0xce4b;
}

/** 2.3.7.2, CreateXorArray_Method1. */
function obfuscationArray(password: readonly number[], key: number): Uint8Array {
  return Uint8Array.from([...password, ...filler].slice(0, 16), (byte, k) => {
    const mixed = byte ^ (k % 2 === 0 ? key & 0xff : key >> 8);
    return ((mixed >> 1) | (mixed << 7)) & 0xff;
  });
}
