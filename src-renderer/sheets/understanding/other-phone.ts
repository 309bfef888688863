import type { LineField } from '../../../src-preload/contract/line-fields';
import type { KnownWord } from './find-header';
import { isNeverTaken } from './like-headers';

/** Says whose telephone it is. */
const namesRecipient = /^(?:받는|수취인|수하인|수령)/u;

/** A second telephone of the recipient, of another name: 휴대폰 alone, in front of the recipient, is the sender's. */
export function otherPhone(
  { phone, recipient = -1 }: Partial<Record<LineField, number>>,
  headers: readonly string[],
  words: ReadonlyMap<string, KnownWord>,
): number | undefined {
  if (phone === undefined) return undefined;
  const found = headers.flatMap((header, column) => {
    const word = words.get(header);
    const isHis = namesRecipient.test(header) || column > recipient;
    const isOther = word?.field === 'phone' && header !== headers[phone] && !isNeverTaken(header);
    return isOther && isHis ? [{ column, word }] : [];
  });
  found.sort((one, other) => other.word.trust - one.word.trust || one.word.order - other.word.order);
  return found[0]?.column;
}
