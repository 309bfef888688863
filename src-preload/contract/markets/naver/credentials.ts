import { cleanText } from '../../clean-text';

export type CredentialFault =
  | 'id-empty'
  | 'secret-empty'
  /** The secret stands where the id belongs and the other way round. */
  | 'swapped'
  /** Said to the seller as "시크릿은 $2a$로 시작해요". */
  | 'secret-form'
  | 'id-form';

/** A bcrypt salt: $2a$, two digits of cost, 22 letters of salt (resources/docs/markets/naver.md, "Signature"). */
const secretForm = /^\$2a\$(?:0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{22}$/u;
const idForm = /^[A-Za-z0-9_-]{4,100}$/u;

/** Whether a text begins like a secret of the API centre. */
export function looksLikeSecret(text: string): boolean {
  return cleanText(text).startsWith('$2');
}

/** What is wrong with the form of an id and a secret, before any call is made; undefined when they may be right. */
export function checkCredentials(clientId: string, clientSecret: string): CredentialFault | undefined {
  const id = cleanText(clientId);
  const secret = cleanText(clientSecret);
  if (id === '') return 'id-empty';
  if (secret === '') return 'secret-empty';
  if (looksLikeSecret(id)) return 'swapped';
  if (!secretForm.test(secret)) return 'secret-form';
  return idForm.test(id) ? undefined : 'id-form';
}
