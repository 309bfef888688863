import { table } from '../table';
import {
  madeLines,
  shipmentOf,
  sheetOfColumns,
  turned,
  usualColumns,
  workbookOf,
  type Kind,
  type Made,
  type MadeColumn,
  type MadeWorkbook,
} from './made-workbook';

const headers = usualColumns.map(({ header }) => header);
const cellsOf = (made: Made): string[] => usualColumns.map(({ cell }) => cell(made, 0));
const note = (text: string): string[] => [text, '', '', ''];

/** Rows in the order they stand in; a line is given as what it is made of. */
function workbookOfRows(
  rows: readonly (Made | string[])[],
  at: (made: Made) => number | undefined = () => undefined,
): MadeWorkbook {
  return {
    sheets: [table(rows.map((row) => (Array.isArray(row) ? row : cellsOf(row))))],
    shipments: rows.flatMap((row, index) => {
      if (Array.isArray(row)) return [];
      const moment = at(row);
      return [shipmentOf(row, index + 1, moment === undefined ? {} : { at: moment })];
    }),
  };
}

/** One list that grows from day to day: what parts the days is no line, and no line is left out for it. */
export const cumulative: Kind = (variant, pick) => {
  const [first, last] = [madeLines(pick, 0, 3), madeLines(pick, 30, 3)];
  switch (variant) {
    case 0:
      return workbookOfRows([headers, note('11월 20일'), ...first, note('11월 21일'), ...last]);
    case 1:
      return workbookOfRows([headers, ...first, note('소계'), headers, ...last, note('누계')]);
    case 2:
      return workbookOfRows([note('누적 출고 목록'), headers, ...first, ['', '', '', ''], ...last]);
    case 3:
      return workbookOfRows([headers, ...first, note('2026-11-21 (3건)'), ...last]);
    case 4:
      return workbookOfRows([headers, ...first, note('총 3건'), ...last, note('총 6건')]);
    default: {
      // A day by itself counts to its end, and today until now.
      const day: MadeColumn = {
        header: '발송일',
        cell: ({ n }) => (first.some((made) => made.n === n) ? '2026-11-20' : '2026-11-21'),
      };
      const made = workbookOf(turned([...usualColumns, day], pick(5)), [...first, ...last], (at) =>
        at < first.length ? { at: Date.UTC(2026, 10, 20, 14, 59, 59) } : {},
      );
      return made;
    }
  }
};

const otherColumns = ['받는분', '운송장번호', '택배사', '상품주문번호'];
const otherCells = ({ name, number, written, id }: Made): string[] => [name, number, written, id];

/** Two tables in one sheet, or in two: none lends the other a column, and none is left out without a word. */
export const twoTables: Kind = (variant, pick) => {
  const [one, other] = [madeLines(pick, 0, 3), madeLines(pick, 30, 3)];
  const beside = (width: number, cells: (made: Made) => string[], head: string[]): MadeWorkbook => ({
    sheets: [
      table([
        [...headers, ...Array.from({ length: width }, () => ''), ...head],
        ...one.map((made, at) => [
          ...cellsOf(made),
          ...Array.from({ length: width }, () => ''),
          ...cells(other[at] ?? made),
        ]),
      ]),
    ],
    shipments: [one, other].flatMap((lines) => lines.map((made, at) => shipmentOf(made, at + 2))),
  });
  switch (variant) {
    case 0:
      return beside(1, cellsOf, headers);
    case 1:
      return beside(2, otherCells, otherColumns);
    case 2:
    case 3: {
      const gap = variant === 2 ? [] : [note('두 번째 목록')];
      const rows = [headers, ...one.map(cellsOf), ...gap, otherColumns, ...other.map(otherCells)];
      const below = rows.length - other.length + 1;
      return {
        sheets: [table(rows)],
        shipments: [
          ...one.map((made, at) => shipmentOf(made, at + 2)),
          ...other.map((made, at) => shipmentOf(made, at + below)),
        ],
      };
    }
    case 4:
      return workbookOfRows([headers, ...one, ['', '', '', ''], headers, ...other]);
    default:
      return {
        sheets: [
          sheetOfColumns(usualColumns, one, { name: '오전' }),
          sheetOfColumns(usualColumns, other, { name: '오후' }),
        ],
        shipments: [
          ...one.map((made, at) => shipmentOf(made, at + 2, { sheet: '오전' })),
          ...other.map((made, at) => shipmentOf(made, at + 2, { sheet: '오후' })),
        ],
      };
  }
};

const noticeNames = ['유의사항', '작성 예시', '택배사코드', '안내', '주의사항', '입력방법'];
/** A sheet that says how the file is filled in stands first, with an example that is no parcel. */
export const noticeFirst: Kind = (variant, pick) => {
  const lines = madeLines(pick);
  const [example] = madeLines(pick, 60, 1);
  const codes = Array.from({ length: 20 + pick(100) }, (_, at) => [`택배사 ${at + 1}`, String(1000 + at)]);
  const rows = variant % 2 === 0 ? [...codes, headers] : [headers];
  const notice = table([...rows, example === undefined ? [] : cellsOf(example), ...(variant % 2 === 0 ? [] : codes)], {
    name: noticeNames[variant] ?? '안내',
  });
  return {
    sheets: [notice, sheetOfColumns(turned(usualColumns, pick(4)), lines, { name: '발송처리' })],
    shipments: lines.map((made, at) => shipmentOf(made, at + 2, { sheet: '발송처리' })),
  };
};

const others = ['쿠팡', '11번가', 'G마켓', '옥션', '쿠팡(store1)', '카카오톡 선물하기'];
const ownStores = [
  '토스트하우스',
  '무신사랑(스마트스토어)',
  'SSG푸드마켓(네이버)',
  '쿠팡나라',
  '네이버',
  '스마트스토어',
];
const mallHeaders = ['쇼핑몰', '쇼핑몰명', '판매처', '마켓', '마켓명', '판매몰'];
/** Lines of other malls are not this store's to send; a store of ours that is called alike is. */
export const malls: Kind = (variant, pick) => {
  const lines = madeLines(pick);
  const isOther = (at: number): boolean => at % 3 === 2;
  const foreign = lines.map((made, at) => (isOther(at) ? { ...made, id: String(310_000_123_456 + made.n) } : made));
  const mall: MadeColumn = {
    header: mallHeaders[variant] ?? '쇼핑몰',
    cell: (_, at) => (isOther(at) ? others : ownStores)[(variant + at) % 6] ?? '',
  };
  const made = workbookOf(turned([mall, ...usualColumns], pick(5)), foreign);
  return { ...made, shipments: made.shipments.filter((_, at) => !isOther(at)) };
};

const likeTotals = ['합', '계', '총 2개', '연말정산 합계', '합포장', '소계'];
const totals = ['합계', '총 6건', 'CJ 소계', '총계', '계', '11월 합계'];
/** A line is one for its own order and number, whatever its first cell says; a total has neither. */
export const linesLikeTotals: Kind = (variant, pick) => {
  const mark: MadeColumn = { header: '구분', cell: (_, at) => (at % 2 === 0 ? (likeTotals[variant] ?? '') : '') };
  const lines = madeLines(pick);
  const columns = [mark, ...usualColumns];
  const rows = lines.map((made, at) => columns.map(({ cell }) => cell(made, at)));
  const total = [totals[variant] ?? '합계', '', '', '', '6'];
  return {
    sheets: [table([columns.map(({ header }) => header), ...rows, total])],
    shipments: lines.map((made, at) => shipmentOf(made, at + 2)),
  };
};
