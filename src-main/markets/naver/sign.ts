import { hash } from 'bcryptjs';

/** `$2a$`, two digits of cost, 22 characters of salt: what the API centre hands out as the application's secret. */
const secretForm = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{22}$/;
/** Real secrets have cost 4, the documented one 10. Each step doubles the work: 14 is about a second. */
const highestCost = 14;

const alphabet = './ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Whether a secret can sign at all; anything else is refused here without a call. */
export function isSecretForm(secret: string): boolean {
  const cost = secretForm.exec(secret)?.[1];
  return cost !== undefined && Number(cost) >= 4 && Number(cost) <= highestCost;
}

/**
 * A 22-character salt carries 132 bits for 128, so four bits of its last character mean nothing: they are cleared.
 * The documented example ends in `v`, which strict libraries refuse, and is signed as if it ended in `u`.
 */
export function canonicalSalt(secret: string): string {
  const last = alphabet.indexOf(secret.slice(-1));
  return secret.slice(0, -1) + alphabet.charAt(last & 0b110000);
}

/**
 * client_secret_sign: base64(bcrypt(client_id + "_" + timestamp, salt = client_secret))
 * (resources/docs/markets/naver.md, "Signature"). The prefix of the secret stays as it is: `$2b$` in place of `$2a$`
 * gives another result.
 * @param timestamp market time in ms
 */
export async function signSecret(clientId: string, clientSecret: string, timestamp: number): Promise<string> {
  const hashed = await hash(`${clientId}_${timestamp}`, canonicalSalt(clientSecret));
  return Buffer.from(hashed, 'utf8').toString('base64');
}
