import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { EncryptionKeys } from './encryption-keys';

const nonceBytes = 12;
const tagBytes = 16;
/** Enough that two words among millions rarely share one; what is found is compared once more. */
const digestBytes = 8;
/** Names the way of sealing, so that a later one can live next to it. */
const mark = 'p1.';

/**
 * Seals a short string (a recipient's or product's name) for SQLite: AES-256-GCM with a fresh random nonce.
 * @param key 32 bytes from SecretStore.encryptionKey
 * @returns "p1." and base64 of nonce, tag and ciphertext
 */
export function sealText(key: Buffer, text: string, randomBytes: (size: number) => Buffer): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return mark + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** The text again; undefined when it was sealed with another key (a copied data folder) or is damaged. */
export function openText(key: Buffer, sealed: string): string | undefined {
  if (!sealed.startsWith(mark)) return undefined;
  const bytes = Buffer.from(sealed.slice(mark.length), 'base64');
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    // The tag does not fit: another key, or changed bytes.
    return undefined;
  }
}

/**
 * Seals only with a key that the next run will have, too (null otherwise); opens with whichever key fits. Digests find
 * what was sealed (resources/docs/decisions/0013-searching-sealed-names.md).
 */
export function sealingWith(
  { key, all, lasts }: EncryptionKeys,
  randomBytes: (size: number) => Buffer,
): {
  seal(text: string): Uint8Array | null;
  open(sealed: Uint8Array): string | undefined;
  digests(word: string): readonly Uint8Array[];
} {
  // A key of its own for each use: what one of them gives away says nothing about the other.
  const wordKeys = [key, ...all.filter((one) => !one.equals(key))].map((one) =>
    createHmac('sha256', one).update('words of the order book').digest(),
  );
  return {
    seal: (text) => (lasts ? Buffer.from(sealText(key, text, randomBytes), 'utf8') : null),
    open(sealed) {
      const text = Buffer.from(sealed).toString('utf8');
      for (const one of all) {
        const opened = openText(one, text);
        if (opened !== undefined) return opened;
      }
      return undefined;
    },
    digests: (word) =>
      lasts
        ? wordKeys.map((one) => createHmac('sha256', one).update(word, 'utf8').digest().subarray(0, digestBytes))
        : [],
  };
}
