import {
  cjNumber,
  courierColumn,
  idColumn,
  madeLines,
  nameColumn,
  numberColumn,
  postNumber,
  turned,
  usualColumns,
  workbookOf,
  type Kind,
  type Made,
  type MadeColumn,
} from './made-workbook';

const second = (header: string, isFilled: (at: number) => boolean, differs = true): MadeColumn => ({
  header,
  cell: ({ n, number }, at) => (isFilled(at) ? (differs ? cjNumber(n + 50) : number) : ''),
});

/**
 * A second number of a line: a reprint has a new number (resources/docs/sheets.md, "Second numbers"), a second box
 * another one.
 */
export const reprints: Kind = (variant, pick) => {
  const lines = madeLines(pick);
  const at = pick(lines.length);
  const isOdd = (each: number): boolean => each === at;
  const asksThere = (each: number) => (isOdd(each) ? ({ asks: true } as const) : {});
  const withColumn = (column: MadeColumn): MadeColumn[] => turned([...usualColumns, column], pick(5));
  switch (variant) {
    case 0:
      return workbookOf(withColumn({ header: '재출력', cell: (_, each) => (isOdd(each) ? 'Y' : 'N') }), lines);
    case 1:
      return workbookOf(withColumn(second('송장번호2', () => false)), lines);
    case 2:
      return workbookOf(withColumn(second('송장번호2', isOdd)), lines, asksThere);
    case 3:
      return workbookOf(withColumn(second('재출력송장번호', isOdd)), lines, asksThere);
    case 4:
      return workbookOf(withColumn(second('운송장번호', () => true)), lines, () => ({ asks: true }));
    default: {
      // The seller's own column stays empty, the courier's is filled.
      const empty: MadeColumn = { header: '송장번호', cell: () => '' };
      const filled: MadeColumn = { ...numberColumn, header: '운송장번호' };
      return workbookOf(turned([idColumn, courierColumn, empty, nameColumn, filled], pick(5)), lines);
    }
  }
};

/** Columns hidden in Excel, which the seller does not see while looking the sheet through. */
export const hiddenColumns: Kind = (variant, pick) => {
  const lines = madeLines(pick);
  const withHidden = (column: MadeColumn): MadeColumn[] =>
    turned([...usualColumns, { ...column, hidden: true }], pick(5));
  switch (variant) {
    case 0:
      return workbookOf(withHidden(second('운송장번호', () => true)), lines, () => ({ asks: true }));
    case 1:
      return workbookOf(withHidden(second('운송장번호', () => true, false)), lines);
    case 2:
      return workbookOf(withHidden(second('운송장번호', () => false)), lines);
    case 3:
      return workbookOf(withHidden({ header: '비고', cell: () => '문앞' }), lines);
    case 4:
      return workbookOf(withHidden({ header: '이전운송장번호', cell: ({ n }) => cjNumber(n + 50) }), lines);
    default:
      // Nothing else names the courier, so the hidden column does.
      return workbookOf(
        turned([idColumn, { ...courierColumn, hidden: true }, numberColumn, nameColumn], pick(4)),
        lines,
      );
  }
};

const asCj = (made: Made): Made => ({ ...made, courier: 'CJGLS', number: cjNumber(made.n) });

/** Without a column for the courier only a person or a program that made the sheet says who carries it. */
export const withoutCourier: Kind = (variant, pick) => {
  const lines = madeLines(pick).map(asCj);
  const bare = turned([idColumn, numberColumn, nameColumn], pick(3));
  const asked = () => ({ asks: true }) as const;
  switch (variant) {
    case 0:
    case 1:
      return workbookOf(bare, lines, asked);
    case 2:
      return workbookOf(turned([idColumn, { ...courierColumn, cell: () => '' }, numberColumn], pick(3)), lines, asked);
    case 3:
      return workbookOf(
        turned([idColumn, { ...courierColumn, cell: () => '택배' }, numberColumn], pick(3)),
        lines,
        asked,
      );
    case 4:
      return workbookOf(
        turned([idColumn, { ...courierColumn, cell: () => '편의점' }, numberColumn], pick(3)),
        lines,
        asked,
      );
    default:
      // A registration number is the post's word for its own.
      return workbookOf(
        turned([idColumn, { header: '등기번호', cell: ({ number }: Made) => number }, nameColumn], pick(3)),
        lines.map((made) => ({ ...made, courier: 'EPOST', number: postNumber(made.n) })),
      );
  }
};

/** Order numbers of 13 digits, and what the post's lists call an order number. */
export const postLists: Kind = (variant, pick) => {
  const lines = madeLines(pick).map((made) => ({
    ...made,
    courier: 'EPOST',
    written: '우체국택배',
    number: postNumber(made.n),
  }));
  const short = (made: Made): string => made.order.slice(0, 13);
  const reference = (header: string, cell: (made: Made, at: number) => string): MadeColumn => ({ header, cell });
  const registered: MadeColumn = { ...numberColumn, header: '등기번호' };
  const asks = { asks: true } as const;
  switch (variant) {
    case 0:
    case 1: {
      const header = variant === 0 ? '주문번호' : '고객주문번호';
      const columns = turned([reference(header, short), registered, nameColumn], pick(3));
      return workbookOf(columns, lines, (_, made) => ({ kind: 'lookup', target: short(made), ...asks }));
    }
    case 2: {
      const columns = turned([reference('주문번호', short), courierColumn, numberColumn, nameColumn], pick(4));
      return workbookOf(columns, lines, (_, made) => ({ kind: 'lookup', target: short(made), ...asks }));
    }
    case 3: {
      // Sixteen digits under the post's word: what the seller gave the post, of either kind.
      const columns = turned([reference('고객주문번호', ({ id }) => id), registered, nameColumn], pick(3));
      return workbookOf(columns, lines, () => asks);
    }
    case 4: {
      const columns = turned([reference('주문번호', ({ order }) => order), courierColumn, numberColumn], pick(3));
      return workbookOf(columns, lines, (_, made) => ({ kind: 'lookup', target: made.order }));
    }
    default: {
      // Of some lines only the order is known.
      const isBare = (at: number): boolean => at % 3 === 2;
      const columns = [
        reference('상품주문번호', ({ id }, at) => (isBare(at) ? '' : id)),
        reference('주문번호', ({ order }) => order),
        courierColumn,
        numberColumn,
      ];
      return workbookOf(turned(columns, pick(4)), lines, (at, made) =>
        isBare(at) ? { kind: 'lookup', target: made.order } : {},
      );
    }
  }
};
