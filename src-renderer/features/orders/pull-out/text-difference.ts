/** Where two texts differ: what they begin and end with alike, in whole words, and what stands between. */
export interface Difference {
  before: string;
  differs: string;
  after: string;
}

/** The part of a text in which it is not like another one. */
export function differenceOf(text: string, other: string): Difference {
  const words = wordsOf(text);
  const others = wordsOf(other);
  const shorter = Math.min(words.length, others.length);
  let same = 0;
  while (same < shorter && words[same] === others[same]) same += 1;
  let sameAtEnd = 0;
  while (sameAtEnd < shorter - same && words.at(-1 - sameAtEnd) === others.at(-1 - sameAtEnd)) sameAtEnd += 1;
  return {
    before: words.slice(0, same).join(' '),
    differs: words.slice(same, words.length - sameAtEnd).join(' '),
    after: sameAtEnd === 0 ? '' : words.slice(-sameAtEnd).join(' '),
  };
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
