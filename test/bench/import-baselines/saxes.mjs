import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { measure } from './measure.mjs';

// The floor of any reader on a SAX parser: inflate, scan every part, throw everything away.
await measure((bytes) => {
  const parts = unzipSync(bytes, { filter: ({ name }) => /sheet1\.xml$|sharedStrings\.xml$/.test(name) });
  let rows = 0;
  for (const part of Object.values(parts)) {
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => {
      if (name === 'row') rows += 1;
    });
    parser.write(new TextDecoder().decode(part)).close();
  }
  return rows;
});
