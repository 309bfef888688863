const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const endingsPerVowel = 28;
const rieul = 8;

/** The word with 로 or 으로, by its last sound; words that do not end in Hangul (DHL) take 로. */
export function toward(word: string): string {
  const last =
    word
      .replace(/[^\p{L}\p{N}]+$/u, '')
      .at(-1)
      ?.charCodeAt(0) ?? 0;
  if (last < firstSyllable || last > lastSyllable) return `${word}로`;
  const ending = (last - firstSyllable) % endingsPerVowel;
  return ending === 0 || ending === rieul ? `${word}로` : `${word}으로`;
}
