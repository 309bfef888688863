type Value = string | boolean | Value[] | { [key: string]: Value };

/** Reads the property lists of macOS as far as packages use them: dict, array, string, integer (as text), true, false. */
export function readPlist(xml: string): Value {
  const body = xml.replaceAll(/<\?.*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, '');
  const marks = body.match(/<(\w+)\/>|<(key|string|integer)>[^<]*<\/\2>|<\/?\w+[^>]*>/g) ?? [];
  let at = 0;
  const read = (): Value => {
    const mark = marks[at++] ?? '';
    if (mark === '<true/>' || mark === '<false/>') return mark === '<true/>';
    if (/^<(?:string|integer)>/.test(mark)) return textOf(mark);
    if (mark === '<string/>') return '';
    if (mark === '<dict/>') return {};
    if (mark === '<array/>') return [];
    if (mark === '<array>') {
      const items: Value[] = [];
      while (marks[at] !== '</array>') items.push(read());
      at += 1;
      return items;
    }
    if (mark !== '<dict>') throw new Error(`the property list has ${mark || 'an early end'}`);
    const dict: { [key: string]: Value } = {};
    while (marks[at] !== '</dict>') {
      const key = textOf(marks[at++] ?? '');
      dict[key] = read();
    }
    at += 1;
    return dict;
  };
  // The outermost mark is <plist>.
  at = 1;
  return read();
}

function textOf(mark: string): string {
  return mark
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** A property list of texts. */
export function writePlist(texts: Readonly<Record<string, string>>): string {
  const entries = Object.entries(texts).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${entries.join('')}</dict></plist>`;
}
