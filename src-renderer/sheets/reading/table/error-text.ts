/** The codes by which binary workbooks name errors (MS-XLS and MS-XLSB 2.5.97.2). */
const errorTexts: ReadonlyMap<number, string> = new Map([
  [0, '#NULL!'],
  [7, '#DIV/0!'],
  [15, '#VALUE!'],
  [23, '#REF!'],
  [29, '#NAME?'],
  [36, '#NUM!'],
  [42, '#N/A'],
  [43, '#GETTING_DATA'],
]);

/** The text of an error cell by its code. */
export function errorText(code: number): string {
  return errorTexts.get(code) ?? '#ERROR!';
}
