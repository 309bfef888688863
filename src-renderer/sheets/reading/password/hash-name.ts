import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

/** A hash as Office names it. By noble and not WebCrypto: a key costs 100,000 rounds, each of which would be a promise. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** A hash, and what WebCrypto calls it. */
export interface NamedHash {
  hash: Hash;
  name: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
}

/** The hash behind a name such as `SHA512` or `SHA-1`; undefined for the ones no one uses. */
export function hashNamed(name: string): NamedHash | undefined {
  switch (name.toUpperCase().replaceAll('-', '')) {
    case 'SHA1':
      return { hash: sha1, name: 'SHA-1' };
    case 'SHA256':
      return { hash: sha256, name: 'SHA-256' };
    case 'SHA384':
      return { hash: sha384, name: 'SHA-384' };
    case 'SHA512':
      return { hash: sha512, name: 'SHA-512' };
    default:
      return undefined;
  }
}

/** Whether a MAC is the one of `bytes` under `key`. By WebCrypto: 50 MB take it a tenth of a second. */
export async function isMacOf(
  mac: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array,
  key: Uint8Array<ArrayBuffer>,
  name: NamedHash['name'],
): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: name }, false, ['verify']);
  return crypto.subtle.verify('HMAC', imported, mac, new Uint8Array(bytes));
}

/**
 * The password's own hash: salt and password, then hashed `spins` times with the round's number in front. This is what
 * makes guessing slow, and opening too.
 */
export function spinHash(hash: Hash, salt: Uint8Array, password: string, spins: number): Uint8Array {
  let value = hash(concat(salt, utf16le(password)));
  const round = new Uint8Array(4 + value.length);
  const view = new DataView(round.buffer);
  for (let n = 0; n < spins; n++) {
    view.setUint32(0, n, true);
    round.set(value, 4);
    value = hash(round);
  }
  return value;
}

/** One array after the other. */
export function concat(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Cut to a length, or filled up with `filler`. */
export function fit(bytes: Uint8Array, length: number, filler: number): Uint8Array<ArrayBuffer> {
  const fitted = new Uint8Array(length).fill(filler);
  fitted.set(bytes.subarray(0, length));
  return fitted;
}

/** Compares without an early end; lengths are no secret. */
export function isSame(first: Uint8Array, second: Uint8Array): boolean {
  if (first.length !== second.length) return false;
  let difference = 0;
  for (const [at, byte] of first.entries()) difference |= byte ^ (second[at] ?? 0);
  return difference === 0;
}

/** Text as Office hashes it. */
export function utf16le(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), true);
  return bytes;
}
