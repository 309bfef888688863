/**
 * Draws every state of the window (test/support/app/window-states.ts, and ./scenes) in both themes and four sizes into
 * out/screenshots/, with a page that lays each next to its drawing: `npm run screenshots [-- FOLDER [SCENE...]]`, where
 * FOLDER, or BALSONG_DRAWINGS, holds pictures with the drawings' names, and SCENE is `day` or one of ./scenes.
 */
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchDesk } from '../../test/support/app/launch';
import { windowStates } from '../../test/support/app/window-states';
import type { Draw, Scene } from './scenes/scene';
import { stockScene } from './scenes/stock';

const out = join(import.meta.dirname, '../../out/screenshots');
const [drawings = process.env['BALSONG_DRAWINGS'], ...wanted] = process.argv.slice(2);
const sizes = [
  { name: '1024', width: 1024, height: 700, zoom: 1 },
  { name: '1280', width: 1280, height: 800, zoom: 1 },
  { name: '1920', width: 1920, height: 1080, zoom: 1 },
  // The room that is left of 1280 x 800 at 150 %.
  { name: '150', width: 1280, height: 800, zoom: 1.5 },
];
const scenes: Record<string, Scene> = { day: dayScene, stock: stockScene };

await mkdir(out, { recursive: true });
const drawn = drawings === undefined ? [] : await readdir(drawings);
const rows: string[] = [];

const draw: Draw = async (page, { name, drawing }) => {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => document.documentElement.setAttribute('data-theme', chosen), theme);
    for (const size of sizes) {
      const picture = `${name}-${theme}-${size.name}.png`;
      await page.setViewportSize({
        width: Math.round(size.width / size.zoom),
        height: Math.round(size.height / size.zoom),
      });
      await page.screenshot({ path: join(out, picture), animations: 'disabled', caret: 'hide' });
      const names = [`@${theme === 'dark' ? 'dark' : size.name}`, ''].map((tail) => `${drawing ?? ''}${tail}.png`);
      const beside = names.find((each) => drawn.includes(each));
      if (beside !== undefined && drawings !== undefined)
        await copyFile(join(drawings, beside), join(out, `drawing-${beside}`));
      rows.push(rowOf(picture, beside));
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
};

for (const [name, scene] of Object.entries(scenes)) if (wanted.length === 0 || wanted.includes(name)) await scene(draw);
await writeFile(
  join(out, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Screens</title>${rows.join('\n')}`,
);
console.log(`${rows.length} pictures and index.html are in ${out}.`);

/** The practice day, in one app. */
async function dayScene(): Promise<void> {
  const { app, page, close } = await launchDesk();
  try {
    await page.locator('[data-testid=connection-badge][data-state=online]').waitFor();
    for (const { reach, ...state } of windowStates) {
      await reach(page, app);
      await draw(page, state);
    }
  } finally {
    await close();
  }
}

function rowOf(picture: string, beside: string | undefined): string {
  const image = (file: string): string => `<img loading="lazy" style="width:48%" src="${file}" alt="${file}">`;
  return `<h2>${picture}</h2>${image(picture)}${beside === undefined ? '' : image(`drawing-${beside}`)}`;
}
