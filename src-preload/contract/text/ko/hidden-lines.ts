import { figure } from '../numbers';

/** Lines that are hidden or filtered away in the workbook, or stand in a hidden sheet. */
export const hiddenLines = {
  hiddenOut: (rows: number) => `엑셀에서 숨기거나 걸러 낸 줄이 ${figure(rows)}줄 있어요. 고르기 전까지 빼 두어요.`,
  hiddenIn: (rows: number) => `엑셀에서 숨기거나 걸러 낸 ${figure(rows)}줄도 함께 넣었어요.`,
  hiddenSheetOut: (name: string, rows: number) =>
    `숨긴 시트 ‘${name}’의 ${figure(rows)}줄이에요. 고르기 전까지 빼 두어요.`,
  hiddenSheetIn: (name: string, rows: number) => `숨긴 시트 ‘${name}’의 ${figure(rows)}줄을 함께 넣었어요.`,
  hiddenTake: (rows: number, operation: string) => `숨긴 ${figure(rows)}줄도 ${operation}하기`,
  hiddenLeave: (rows: number) => `숨긴 ${figure(rows)}줄 빼 두기`,
};
