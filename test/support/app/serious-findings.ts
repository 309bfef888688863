import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe finds serious or critical in the page; legacy mode, because Electron cannot open the blank page axe would use otherwise. */
export async function seriousFindings(page: Page): Promise<string[]> {
  return seriousOf(page, quickBuilder(page));
}

/** The same of what a theme can change: colours. Everything else is as in the theme before. */
export async function seriousColours(page: Page): Promise<string[]> {
  return seriousOf(page, quickBuilder(page).withRules(['color-contrast', 'link-in-text-block']));
}

/** What passes is not asked for, node by node, and no style sheet is fetched once more: most of the time went there. */
function quickBuilder(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'], preload: false });
}

async function seriousOf(page: Page, builder: AxeBuilder): Promise<string[]> {
  await drawnToTheEnd(page);
  const { violations } = await builder.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Colours on their way from one theme to the other are neither's; what turns for as long as it is there is not waited for. */
async function drawnToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
