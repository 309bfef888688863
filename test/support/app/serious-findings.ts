import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe finds serious or critical in the page; legacy mode, because Electron cannot open the blank page axe would use otherwise. */
export async function seriousFindings(page: Page): Promise<string[]> {
  return seriousOf(new AxeBuilder({ page }));
}

/** The same of what a theme can change: colours. Everything else is as in the theme before. */
export async function seriousColours(page: Page): Promise<string[]> {
  return seriousOf(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
}

async function seriousOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
