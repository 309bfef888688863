/** What BrightMall said of an item it took. */
export interface StockNote {
  /** `new_status`, as the market wrote it. */
  status?: string;
  /** `supply_price_recorded`, where the answer has it. */
  price?: 'recorded' | 'not-recorded';
}

const recorded = 'price-recorded';
const notRecorded = 'price-not-recorded';

/** The note as a job keeps it with its success: `new_status`, then whether the price was recorded. */
export function writeStockNote({ status, price }: StockNote): string | undefined {
  const words = [
    ...(status === undefined ? [] : [status]),
    ...(price === undefined ? [] : [price === 'recorded' ? recorded : notRecorded]),
  ];
  return words.length === 0 ? undefined : words.join(' ');
}

/** Reads such a note; an empty one where there is none. */
export function readStockNote(text: string | undefined): StockNote {
  const words = (text ?? '').split(' ').filter((word) => word !== '');
  const price = words.at(-1) === recorded ? 'recorded' : words.at(-1) === notRecorded ? 'not-recorded' : undefined;
  const status = (price === undefined ? words : words.slice(0, -1)).join(' ');
  return { ...(status === '' ? {} : { status }), ...(price === undefined ? {} : { price }) };
}
