import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { iconFiles } from './icon-files';
import { readDrawing } from './svg-drawing';

/**
 * Writes icon.ico (Windows), icon.icns (macOS) and icon.png (Linux) from icon.svg in the same folder:
 * `node --import tsx resources/build/make-icons.ts`. electron-builder takes them from here by their names. The tray's
 * pictures are drawn where they are shown (src-main/electron/presence/draw-tray.ts).
 */
const drawing = readDrawing(await readFile(join(import.meta.dirname, 'icon.svg'), 'utf8'));
for (const [name, content] of Object.entries(iconFiles(drawing)))
  await writeFile(join(import.meta.dirname, name), content);
