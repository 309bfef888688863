import { builtInMeaning, formatMeaning } from '../table/number-format';
import type { FormatMeaning } from '../table/number-format';
import { xmlTags } from '../xml/xml-tags';

/** What each cell style means for reading: the `numFmt` behind every `xf` of `cellXfs`, in order. */
export function readStyles(xml: string): FormatMeaning[] {
  const own = new Map<number, FormatMeaning>();
  const styles: FormatMeaning[] = [];
  let isInCellXfs = false;
  let isInFormats = false;
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'cellXfs') isInCellXfs = !tag.isClosing && !tag.isEmpty;
    // dxfs carry formats too, with ids of their own: only those in <numFmts> are meant.
    else if (tag.name === 'numFmts') isInFormats = !tag.isClosing && !tag.isEmpty;
    else if (tag.name === 'numFmt' && isInFormats && !tag.isClosing) {
      own.set(Number(tag.attribute('numFmtId')), formatMeaning(tag.attribute('formatCode') ?? ''));
    } else if (tag.name === 'xf' && isInCellXfs && !tag.isClosing) {
      const id = Number(tag.attribute('numFmtId') ?? '0');
      styles.push(own.get(id) ?? builtInMeaning(id));
    }
  }
  return styles;
}
