import type { Chosen } from './protocol';
import type { Sheet, Workbook } from './reading/workbook';
import type { Choices } from './understanding/understand';

/** Row numbers of Excel, as the window has them, to rows of the table. */
export function choicesFor(workbook: Workbook, given: Chosen): Choices {
  const { sheet: name, part, headerRow, columns, answered, wholeCourier, othersIn } = given;
  const sheet = workbook.sheets.find((each) => each.name === name) ?? workbook.sheets[0];
  return {
    ...(name === undefined ? {} : { sheet: name }),
    ...(part ? { part } : {}),
    ...(headerRow === undefined || !sheet ? {} : { headerRow: headerRow === 0 ? -1 : tableRow(sheet, headerRow) }),
    ...(columns ? { columns } : {}),
    ...(answered ? { answered } : {}),
    ...(wholeCourier === undefined ? {} : { wholeCourier }),
    ...(othersIn === undefined ? {} : { othersIn }),
  };
}

function tableRow(sheet: Sheet, excelRow: number): number {
  for (let row = 0; row < sheet.rowCount; row += 1) {
    if (sheet.sheetRow(row) >= excelRow) return row;
  }
  return -1;
}
