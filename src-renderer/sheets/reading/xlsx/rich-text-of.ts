import { longestText } from '../table/longest-text';
import { SharedTexts } from '../table/shared-texts';
import { unescapeExcel } from '../xml/unescape-text';
import { XmlReader } from '../xml/xml-reader';
import { sheetSpaces } from './sheet-spaces';

/**
 * The text of the `<si>` or `<is>` just opened: its `<t>`, or those of its runs together. Phonetic notes (`<rPh>`) are
 * no text of the cell. Excel's own escapes are not resolved yet.
 */
export function richTextOf(reader: XmlReader): string {
  const { depth } = reader;
  let text = '';
  while (reader.nextChild(depth)) {
    if (reader.is('main', 't')) text += reader.innerText();
    else if (reader.is('main', 'r')) text += runText(reader);
    if (text.length > longestText) text = text.slice(0, longestText);
  }
  return text;
}

function runText(reader: XmlReader): string {
  const { depth } = reader;
  let text = '';
  while (reader.nextChild(depth)) if (reader.is('main', 't')) text += reader.innerText();
  return text;
}

/** A `sharedStrings.xml` that the quick reader gave up; the whole part in UTF-8. */
export function readSharedThoroughly(bytes: Uint8Array): SharedTexts {
  const reader = new XmlReader(bytes, sheetSpaces);
  const texts = new SharedTexts();
  reader.nextChild(0);
  while (reader.nextChild(1)) if (reader.is('main', 'si')) texts.addString(unescapeExcel(richTextOf(reader)));
  while (reader.next() !== 'end');
  return texts;
}
