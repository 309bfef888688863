/** An .xls (BIFF8) with one sheet of text cells, for couriers whose programs take nothing newer. */
export async function tableToXls({ name, rows }: { name: string; rows: string[][] }): Promise<Uint8Array<ArrayBuffer>> {
  const library = await import('xlsx');
  // Cells of our own making: the library would make numbers and formulas of texts that look like them.
  const sheet = library.utils.aoa_to_sheet(
    rows.map((row) => row.map((text) => (text === '' ? null : { t: 's' as const, v: text, z: '@' }))),
  );
  const workbook = library.utils.book_new();
  library.utils.book_append_sheet(workbook, sheet, name.slice(0, 31));
  const bytes: ArrayBuffer = library.write(workbook, { type: 'array', bookType: 'biff8' });
  return new Uint8Array(bytes);
}
