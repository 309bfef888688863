import { announce } from '../../parts/announcer';
import { dayName } from '../../parts/clock';
import { saveBytes } from '../../parts/save-bytes';
import type { SheetClient } from '../../sheets/client';
import { text } from '../../text';

const words = text.send;

/** Lines of other malls, as they stand in the sheet, as a file of their own. */
export async function saveOthers(client: SheetClient): Promise<void> {
  const { bytes, rows } = await client.ask('writeOthers', { name: words.othersName });
  saveBytes(bytes, `${words.othersName}-${dayName(Date.now())}.xlsx`);
  announce(words.othersSaved(rows));
}
