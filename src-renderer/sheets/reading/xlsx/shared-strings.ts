import { SharedTexts } from '../table/shared-texts';
import { ascii, findTagEnd, isTag, readTagName, skipAside } from '../xml/xml-bytes';
import type { PartScanner } from '../xml/xml-bytes';
import { RichText } from './rich-text';

/** Reads sharedStrings.xml into a table of texts. */
export class SharedStringsScan implements PartScanner {
  readonly texts = new SharedTexts();
  private readonly rich = new RichText();

  scan(bytes: Uint8Array, from: number, to: number): number {
    let i = from;
    for (;;) {
      while (i < to && bytes[i] !== ascii.less) i++;
      if (i + 1 >= to) return i;
      const start = i;
      const next = bytes[i + 1];
      if (next === ascii.bang || next === ascii.question) {
        i = skipAside(bytes, i, to);
        if (i < 0) return start;
        continue;
      }
      if (!readTagName(bytes, i + 1, to)) return start;
      const isItem = next !== ascii.slash && isTag(bytes, 'si');
      const close = findTagEnd(bytes, i + 1, to);
      if (close < 0) return start;
      i = close + 1;
      if (!isItem) continue;
      if (bytes[close - 1] === ascii.slash) {
        this.texts.addString('');
        continue;
      }
      i = this.rich.read(bytes, i, to);
      if (i < 0) return start;
      this.rich.give(bytes, this.texts);
    }
  }
}
