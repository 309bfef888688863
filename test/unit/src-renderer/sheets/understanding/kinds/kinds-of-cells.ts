import {
  courierColumn,
  idColumn,
  linesPerSheet,
  madeLines,
  nameColumn,
  numberColumn,
  turned,
  usualColumns,
  workbookOf,
  type Kind,
  type MadeColumn,
  type MadeWorkbook,
  type Pick,
} from './made-workbook';

/** The usual columns with some of them changed. */
function withCells(
  pick: Pick,
  changed: { id?: MadeColumn['cell']; number?: MadeColumn['cell']; courier?: MadeColumn['cell'] },
): MadeColumn[] {
  const { id, number, courier } = changed;
  return turned(
    [
      id === undefined ? idColumn : { ...idColumn, cell: id },
      courier === undefined ? courierColumn : { ...courierColumn, cell: courier },
      number === undefined ? numberColumn : { ...numberColumn, cell: number },
      nameColumn,
    ],
    pick(4),
  );
}

/** One line of the sheet is odd and asks; the others go. */
function oneOdd(pick: Pick, field: 'id' | 'number', spoil: (text: string) => string): MadeWorkbook {
  const lines = madeLines(pick);
  const odd = pick(linesPerSheet);
  const columns = withCells(pick, {
    [field]: (made: (typeof lines)[number], at: number) => (at === odd ? spoil(made[field]) : made[field]),
  });
  return workbookOf(columns, lines, (at) => (at === odd ? { asks: true } : {}));
}

/**
 * Excel and other programs keep 15 digits of a number, or fewer: the rest became zeros (resources/docs/sheets.md,
 * "Numbers").
 */
export const cutIds: Kind = (variant, pick) => {
  const lines = madeLines(pick);
  const cut =
    (zeros: number) =>
    (text: string): string =>
      `${text.slice(0, 16 - zeros)}${'0'.repeat(zeros)}`;
  const asks = () => ({ asks: true }) as const;
  switch (variant) {
    case 0:
    case 1:
    case 2:
      return workbookOf(withCells(pick, { id: ({ id }) => cut(variant + 1)(id) }), lines, asks);
    case 3: {
      const order: MadeColumn = { header: '주문번호', cell: (made) => cut(1)(made.order) };
      return workbookOf(turned([order, courierColumn, numberColumn], pick(3)), lines, asks);
    }
    case 4:
      return workbookOf(withCells(pick, { id: ({ id }) => `${id.slice(0, 1)}.${id.slice(1, 6)}E+15` }), lines, asks);
    default: {
      // One of six ends in 0, as one of ten does.
      const round = lines.map((made, at) => (at === 2 ? { ...made, id: cut(1)(made.id) } : made));
      return workbookOf(usualColumns, round);
    }
  }
};

const suffixes = ['-1', '-01', ' - 2', ' 1', '-2', '_1'];
/** What counts the boxes of an order stands behind the order's number, or behind the parcel's. */
export const suffixed: Kind = (variant, pick) => {
  const suffix = suffixes[(variant + pick(suffixes.length)) % suffixes.length] ?? '-1';
  return oneOdd(pick, variant % 2 === 0 ? 'number' : 'id', (text) => `${text}${suffix}`);
};

/** What stands in a number's place and is none. */
const labels: readonly ((number: string) => string)[] = [
  () => 'No.12345678',
  () => 'TEL02-123-4567',
  () => '010-1234-5678',
  () => '1234',
  () => 'RM-20261120',
  (number) => `송장 ${number.slice(0, 9)}`,
];
export const labelled: Kind = (variant, pick) => oneOdd(pick, 'number', labels[variant] ?? String);

/** The same number, as it is written elsewhere; the sign of each cell is not seen by anybody. */
const unseen = [...'\u200b\u3164\u115f\u1160\uffa0\u2800\ufeff\u00ad\u034f\ufe0f\u0085\u001f\u001d\u0002\ufffc'];
export const fillers: Kind = (variant, pick) => {
  const around = (text: string): string => {
    const sign = unseen[(variant + pick(unseen.length)) % unseen.length] ?? '';
    return pick(2) === 0 ? `${sign}${text}` : `${text}${sign}`;
  };
  const columns = usualColumns.map(({ header, cell }) => ({
    header: around(header),
    cell: (...of: Parameters<typeof cell>) => around(cell(...of)),
  }));
  return workbookOf(turned(columns, pick(4)), madeLines(pick));
};

const dates: readonly (readonly [written: string, at: number])[] = [
  ['2026-11-20T23:10:00Z', Date.UTC(2026, 10, 20, 23, 10)],
  ['2026-11-20T23:10:00.000Z', Date.UTC(2026, 10, 20, 23, 10)],
  ['2026-11-21T02:10:00+00:00', Date.UTC(2026, 10, 21, 2, 10)],
  ['2026-11-21T08:10:00+0900', Date.UTC(2026, 10, 20, 23, 10)],
  ['2026-11-21T08:10:00+09', Date.UTC(2026, 10, 20, 23, 10)],
  ['2026-11-21 08:10', Date.UTC(2026, 10, 20, 23, 10)],
];
/** A moment with its offset is that moment; one without is Korean. */
export const datesWithOffsets: Kind = (variant, pick) => {
  const [written, at] = dates[variant] ?? ['', 0];
  const columns = turned([...usualColumns, { header: '발송일', cell: () => written }], pick(5));
  return workbookOf(columns, madeLines(pick), () => ({ at }));
};

const grouped = (digits: string): string => digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
/** A column that was formatted as money, or as text in groups. */
export const thousands: Kind = (variant, pick) => {
  const lines = madeLines(pick);
  const parted =
    (sign: string) =>
    (digits: string): string =>
      digits.replaceAll(/(.{4})(?=.)/gu, `$1${sign}`);
  switch (variant) {
    case 0:
      return workbookOf(withCells(pick, { id: ({ id }) => grouped(id) }), lines);
    case 1:
      return workbookOf(withCells(pick, { number: ({ number }) => grouped(number) }), lines);
    case 2:
      return workbookOf(
        withCells(pick, { id: ({ id }) => grouped(id), number: ({ number }) => grouped(number) }),
        lines,
      );
    case 3:
      return workbookOf(
        withCells(pick, { id: ({ id }) => parted('-')(id), number: ({ number }) => parted('-')(number) }),
        lines,
      );
    case 4:
      return workbookOf(withCells(pick, { id: ({ id }) => `'${id}`, number: ({ number }) => `${number}.0` }), lines);
    default:
      return workbookOf(withCells(pick, { number: ({ number }) => parted('.')(number) }), lines);
  }
};
