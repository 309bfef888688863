const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const endingsPerVowel = 28;
const rieul = 8;

/** 영, 십, 백, 천, 만; 삼; 육: digits read with a last sound that wants 으로. */
const firmDigits = '036';

/** The word with 로 or 으로, by its last sound; words that end in neither Hangul nor a digit (DHL) take 로. */
export function toward(word: string): string {
  const sign = word.replace(/[^\p{L}\p{N}]+$/u, '').at(-1) ?? '';
  if (sign !== '' && firmDigits.includes(sign)) return `${word}으로`;
  const last = sign.charCodeAt(0);
  if (!(last >= firstSyllable && last <= lastSyllable)) return `${word}로`;
  const ending = (last - firstSyllable) % endingsPerVowel;
  return ending === 0 || ending === rieul ? `${word}로` : `${word}으로`;
}

/** 일, 삼, 육, 칠, 팔, 영: digits read with a last sound. */
const closedDigits = '013678';

/** The word with 이 or 가, by its last sound; words that end in neither Hangul nor a digit take 가. */
export function subject(word: string): string {
  const sign = word.replace(/[^\p{L}\p{N}]+$/u, '').at(-1) ?? '';
  const last = sign.charCodeAt(0);
  const isHangul = last >= firstSyllable && last <= lastSyllable;
  const isClosed = isHangul
    ? (last - firstSyllable) % endingsPerVowel !== 0
    : sign !== '' && closedDigits.includes(sign);
  return `${word}${isClosed ? '이' : '가'}`;
}
