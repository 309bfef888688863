import { cleanText } from '../../../src-preload/contract/clean-text';
import { resolveCourier } from '../../../src-preload/contract/markets/naver/courier-aliases';
import type { Sheet } from '../reading/workbook';

/** Longer texts are notices: a courier in them is spoken of, not named. */
const longestTitle = 60;

/** The one courier that the rows above the header name (11월 21일 한진택배 출고); undefined for none or several. */
export function courierInTitles(sheet: Sheet, headerRow: number): string | undefined {
  const found = new Set<string>();
  for (let row = 0; row < headerRow; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const text = cleanText(sheet.text(row, column));
      if (text !== '' && text.length <= longestTitle) for (const code of couriersIn(text)) found.add(code);
    }
  }
  const [only, ...others] = found;
  return others.length === 0 ? only : undefined;
}

/** Couriers that a text, or a word of it, names and not merely resembles. */
function couriersIn(text: string): string[] {
  return [text, ...text.split(/[\s:/|,·()[\]~]+/u)].flatMap((word) => {
    if (!/\p{L}{2}/u.test(word)) return [];
    const answer = resolveCourier(word);
    return answer.is === 'code' && (answer.by === 'name' || answer.by === 'alias') ? [answer.code] : [];
  });
}
