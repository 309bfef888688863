import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe finds serious or critical in the page. */
export async function seriousFindings(page: Page): Promise<string[]> {
  return seriousOf(page, []);
}

/** The same of what a theme can change: colours. Everything else is as in the theme before. */
export async function seriousColours(page: Page): Promise<string[]> {
  return seriousOf(page, ['color-contrast', 'link-in-text-block']);
}

/** @param rules all of them when empty */
async function seriousOf(page: Page, rules: string[]): Promise<string[]> {
  await drawnToTheEnd(page);
  const builder = await quickBuilder(page);
  await markRepeatedRows(page);
  const { violations } = await (rules.length === 0 ? builder : builder.withRules(rules)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/**
 * What passes is not asked for, node by node, and no style sheet is fetched once more: most of the time went there. Legacy
 * mode, because Electron cannot open the blank page axe would use otherwise; a page that has axe already is not given it
 * again.
 */
async function quickBuilder(page: Page): Promise<AxeBuilder> {
  const hasAxe = await page.evaluate(() => Reflect.has(globalThis, 'axe'));
  return new AxeBuilder({ page, ...(hasAxe ? { axeSource: 'undefined' } : {}) })
    .setLegacyMode(true)
    .exclude(`[${repeatedMark}]`)
    .options({ resultTypes: ['violations'], preload: false });
}

const repeatedMark = 'data-repeated-row';

/**
 * Marks the rows of a grid that are built and coloured as two before them: axe would say the same of each, at the price
 * of most of its time. Not the words make a row another, but whether there are any, in each of its elements and names.
 */
async function markRepeatedRows(page: Page): Promise<void> {
  await page.evaluate((mark) => {
    const attributeOf = ({ name, value }: Attr): string => {
      const isWritten = value.trim() === '' ? 'empty' : 'written';
      if (/^(?:class|role|type|inert|hidden|disabled|tabindex|open)$/u.test(name)) return `${name}=${value}`;
      if (/^aria-(?!label|describe|rowindex|activedescendant|controls|owns)/u.test(name)) return `${name}=${value}`;
      if (/^data-(?:level|state|tone|kind|field|column)$/u.test(name)) return `${name}=${value}`;
      return name === 'style' ? `style=${value.replaceAll(/[\d.]+/gu, '0')}` : `${name} ${isWritten}`;
    };
    const colours = (element: Element): string => {
      const { color, backgroundColor, opacity } = getComputedStyle(element);
      return `${color} ${backgroundColor} ${opacity}`;
    };
    const buildOf = (node: Node): string => {
      if (!(node instanceof Element)) return node.textContent?.trim() === '' ? '' : '#';
      const attributes = [...node.attributes].filter(({ name }) => name !== mark).map((each) => attributeOf(each));
      const inner = [...node.childNodes].map((each) => buildOf(each)).join('');
      return `<${node.tagName} ${attributes.toSorted().join(' ')} ${colours(node)}>${inner}</>`;
    };
    // Of what is scrolled away or covered axe cannot tell the colours: the rows that show most of their cells come first.
    const shown = (row: Element): number =>
      Array.from(row.querySelectorAll('[role=gridcell]')).filter((cell) => {
        const { left, top, width, height } = cell.getBoundingClientRect();
        return cell.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }).length;
    for (const grid of document.querySelectorAll('[role=grid], [role=treegrid], [role=table]')) {
      const seen = new Map<string, number>();
      const rows = Array.from(grid.querySelectorAll('[role=row]'), (row) => ({ row, cells: shown(row) }));
      for (const { row } of rows.toSorted((one, other) => other.cells - one.cells)) {
        const build = buildOf(row);
        const before = seen.get(build) ?? 0;
        seen.set(build, before + 1);
        row.toggleAttribute(mark, before >= 2);
      }
    }
  }, repeatedMark);
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
