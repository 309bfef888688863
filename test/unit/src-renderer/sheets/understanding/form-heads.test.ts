import { expect, it } from 'vitest';
import { formHeads } from '../../../../../src-renderer/sheets/understanding/form-heads';
import { table, workbook } from './table';

it('finds the headers of a form under its title, and what is the same in every row', () => {
  const sheet = table(
    [
      ['접수 양식', '', '', ''],
      ['*받는분', '전화번호', '주소', '운임구분', ''],
      ['김하루', '010-9876-5432', '서울', '신용'],
      ['박바다', '010-1111-2223', '부산', '신용'],
    ],
    { name: '업로드' },
  );
  expect(formHeads(workbook(table([['숨은 표', '받는분', '주소']], { hidden: true }), sheet))).toEqual({
    sheetName: '업로드',
    headers: ['*받는분', '전화번호', '주소', '운임구분'],
    constants: ['', '', '', '신용'],
  });
});

it('takes an empty form, and one whose words are unknown; a sheet of figures has no headers', () => {
  expect(formHeads(workbook(table([['받는분', '전화번호', '주소']])))?.constants).toEqual(['', '', '']);
  expect(formHeads(workbook(table([['가', '나', '다']])))?.headers).toEqual(['가', '나', '다']);
  expect(formHeads(workbook(table([['1', '2', '3']])))).toBeUndefined();
});

it('finds nothing the same in every row of a form with one row: a name is no constant', () => {
  const filled = [
    ['받는분', '주소', '비고', '운송장번호'],
    ['김하루', '서울', '신용', '600012345678'],
  ];
  expect(formHeads(workbook(table([...filled, ['', '', '', '']])))?.constants).toEqual(['', '', '', '']);
  expect(formHeads(workbook(table([...filled, ['박바다', '부산', '신용', '600012345679']])))?.constants).toEqual([
    '',
    '',
    '신용',
    '',
  ]);
});
