import type { FormLayout, FormValue } from '../../../../src-preload/contract/courier-forms/layouts';
import type { FormRow } from './form-state';

const widths: Partial<Record<FormValue, string>> = {
  recipient: '56px',
  phone: '104px',
  'other-phone': '104px',
  postcode: '44px',
  address: 'minmax(112px, 1.2fr)',
  product: 'minmax(96px, 1fr)',
  option: 'minmax(72px, 0.7fr)',
  boxes: '44px',
  quantity: '44px',
  memo: 'minmax(84px, 0.8fr)',
  reference: '118px',
};

/** Columns that tell rows apart: those that are empty, or the same in every row, are in the file and not on the screen. */
export function shownColumns(
  { columns }: FormLayout,
  rows: readonly FormRow[],
): { at: number; header: string; puts: FormValue; width: string }[] {
  return columns.flatMap(({ header, puts }, at) => {
    const values = new Set(rows.map(({ cells }) => cells[at] ?? ''));
    const saysSomething = values.size > 1 || (rows.length === 1 && !values.has('') && puts !== 'text');
    return saysSomething || puts === 'recipient'
      ? [{ at, header, puts, width: widths[puts] ?? 'minmax(64px, 0.6fr)' }]
      : [];
  });
}
