import { foldText } from '../../../src-preload/contract/fold-text';
import { readPlace } from '../../../src-preload/contract/join/read-place';

/** A piece of a text as it stands there; all pieces together are the text. */
export interface TextPart {
  words: string;
  differs: boolean;
}

/** Longer texts are shown without marks: each token is compared with each. */
const mostTokens = 80;
const letters = /\s*\S\s*|\s+/gu;
const words = /[^\s,()]+[\s,()]*|[\s,()]+/gu;
const signsBehind = /[\s,()]+$/u;

/** A province is the same however long it is written: 서울 and 서울특별시. */
function foldWord(token: string): string {
  const word = token.replace(signsBehind, '');
  const { province, house, districts } = readPlace(word);
  return province !== '' && house === '' && districts.length === 0 ? province : foldText(word);
}

/**
 * Where two texts differ: tokens of the one that the other does not have at their place in the order. Blanks, signs and the
 * length of a province's name make no difference.
 * @param by letters of a name or a number, or the words of an address
 */
export function differingParts(one: string, other: string, by: 'letters' | 'words'): [TextPart[], TextPart[]] {
  const pattern = by === 'letters' ? letters : words;
  const [a, b] = [one.match(pattern) ?? [], other.match(pattern) ?? []];
  if (a.length > mostTokens || b.length > mostTokens) return [plain(one), plain(other)];
  const fold = by === 'letters' ? foldText : foldWord;
  const shared = sharedPlaces(a.map(fold), b.map(fold));
  return [partsOf(a, new Set(shared.map(([at]) => at))), partsOf(b, new Set(shared.map(([, at]) => at)))];
}

const plain = (text: string): TextPart[] => (text === '' ? [] : [{ words: text, differs: false }]);

/** The longest run of tokens, in order, that both have: their places in each. */
function sharedPlaces(a: readonly string[], b: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row !== undefined) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const shared: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return shared;
}

/** Neighbours of one kind in one piece; signs and blanks behind the last word of a mark are left outside it. */
function partsOf(tokens: readonly string[], shared: ReadonlySet<number>): TextPart[] {
  const parts: TextPart[] = [];
  const put = (text: string, differs: boolean): void => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.differs === differs) last.words += text;
    else parts.push({ words: text, differs });
  };
  for (const [at, token] of tokens.entries()) {
    const differs = !shared.has(at) && foldWord(token) !== '';
    const goesOn = differs && at + 1 < tokens.length && !shared.has(at + 1);
    const word = goesOn ? token : token.replace(signsBehind, '');
    put(word, differs);
    put(token.slice(word.length), false);
  }
  return parts;
}
