/** The namespaces of SpreadsheetML, transitional and strict (ISO/IEC 29500-1 and -4), for the reader of XML. */
export const sheetSpaces: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'main'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'main'],
]);
