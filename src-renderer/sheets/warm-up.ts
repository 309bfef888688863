import { strToU8, zipSync } from 'fflate';
import { markets } from '../../src-preload/contract/market-facts';
import type { Basis } from './protocol';
import { ReviewSession } from './review-session';
import { columnLetter } from './table-to-xlsx';

const [market] = markets;
const basis: Basis = { market, operation: 'dispatch', couriers: {}, columns: {}, now: 0 };
const rowsMade = 200;
/** After so many readings the engine has compiled what a usual sheet needs; further ones gain next to nothing. */
const readings = 4;

const headers = [
  '상품주문번호',
  '주문번호',
  '배송방법',
  '택배사',
  '송장번호',
  '수취인명',
  '수취인연락처1',
  '통합배송지',
];
const couriers = ['CJ대한통운', '롯데택배', '한진', '우체국택배', '로젠'];

/** Invented lines of the usual kinds: most are right, some have hyphens, some lack a number. */
function madeRow(at: number): string[] {
  const serial = String(400_000_000 + at);
  const number = `68${serial}${Number(serial) % 7}`;
  return [
    `20260101${10_000_001 + at * 13}`,
    `20260101${20_000_001 + at * 13}`,
    '택배,등기,소포',
    couriers[at % 7] ?? 'CJ대한통운',
    at % 11 === 0 ? '' : at % 5 === 0 ? number.replaceAll(/(.{4})(?=.)/gu, '$1-') : number,
    `수취인${at}`,
    `0100000${1000 + at}`,
    `서울 중구 세종대로 ${at}`,
  ];
}

/** A workbook as Excel writes it: its texts stand once, in a part of their own. */
function madeWorkbook(): Uint8Array<ArrayBuffer> {
  const texts = new Map<string, number>();
  const rows = [headers, ...Array.from({ length: rowsMade }, (_, at) => madeRow(at))].map((cells, row) => {
    const xml = cells.map((text, column) => {
      const place = texts.get(text) ?? texts.size;
      texts.set(text, place);
      return `<c r="${columnLetter(column)}${row + 1}" t="s"><v>${place}</v></c>`;
    });
    return `<row r="${row + 1}">${xml.join('')}</row>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${documents}/${kind}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${packages}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${[...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const packed = Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)] as const);
  return Uint8Array.from(zipSync(Object.fromEntries(packed)));
}

/**
 * Reads and checks an invented sheet in a session of its own, so that the engine has compiled what the first real one
 * needs: a reader lives for one file, and in a fresh process most of the time of a small sheet went into compiling.
 * Stops between two readings once `isNeeded` is false. Answers whether the sheet was understood each time.
 */
export async function warmUp(
  tools: Omit<ConstructorParameters<typeof ReviewSession>[0], 'onProgress'>,
  isNeeded: () => boolean,
): Promise<boolean> {
  const bytes = madeWorkbook();
  let isUnderstood = true;
  for (let reading = 0; reading < readings && isNeeded(); reading += 1) {
    const session = new ReviewSession({ ...tools, onProgress: () => undefined });
    const answer = await session.open({ bytes: bytes.slice().buffer, fileName: 'warm-up.xlsx', basis });
    isUnderstood &&= answer.ok && answer.value.reading.lineCount === rowsMade;
    if (!answer.ok) continue;
    session.lines({ from: 0, limit: rowsMade });
    session.page({ tab: 'all', offset: 0, limit: 100, renewed: true, others: 0, unfolded: {} });
    session.earlierJobs({ earlierJobs: [], earlierUses: [] });
  }
  return isUnderstood;
}
