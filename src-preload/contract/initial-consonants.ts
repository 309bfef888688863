const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const syllablesPerInitial = 588;

/** The initial consonant of a Hangul syllable as the keyboard types it alone; any other character as it is. */
function initialOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < firstSyllable || code > lastSyllable) return character;
  return initials.charAt(Math.floor((code - firstSyllable) / syllablesPerInitial));
}

/** Where `query` begins in `name`, a lone consonant standing for any syllable that begins with it; -1 if nowhere. */
export function placeOf(name: string, query: string): number {
  for (let at = 0; at + query.length <= name.length; at += 1) {
    let index = 0;
    while (index < query.length) {
      const wanted = query.charAt(index);
      const there = name.charAt(at + index);
      if (wanted !== there && !(initials.includes(wanted) && wanted === initialOf(there))) break;
      index += 1;
    }
    if (index === query.length) return at;
  }
  return -1;
}

/** What was typed, folded like the names it is compared with. A lone consonant must not be folded: NFKC turns it into a conjoining jamo that equals nothing. */
export function foldTyped(typed: string, fold: (text: string) => string): string {
  return [...typed.trim()].map((each) => (initials.includes(each) ? each : fold(each))).join('');
}
