import type { FileNote, FileNoteCode } from '../../file-notes';
import { figure } from '../numbers';

const sheet = (note: FileNote): string => note.sheet ?? '';
const count = (note: FileNote): string => figure(note.count ?? 0);

/** Why one sheet of a file was not read. */
const sheetReasons: Readonly<Record<string, string>> = {
  'too-many-rows': '줄이 20만 줄보다 많아서',
  'too-many-columns': '열이 너무 많아서',
  'too-many-cells': '칸이 너무 많아서',
};

/** What the reader of a file tells of it: a line each, with what to do. */
export const fileNotes: Record<FileNoteCode, (note: FileNote) => string> = {
  'unusual-file': () => '드물게 쓰는 방식으로 저장된 파일이에요. 첫 줄과 끝 줄이 엑셀에서 보던 것과 같은지 봐 주세요.',
  'sheet-left-out': (note) =>
    `‘${sheet(note)}’ 시트는 ${sheetReasons[note.reason ?? ''] ?? '읽을 수 없는 내용이 있어서'} 읽지 않았어요. 그 시트에도 처리할 줄이 있으면 엑셀에서 따로 저장해서 놓아 주세요.`,
  'far-cells-left-out': (note) =>
    `‘${sheet(note)}’ 시트에서 표와 멀리 떨어진 ${note.detail ?? ''} 쪽 ${count(note)}칸은 읽지 않았어요. 필요한 내용이면 엑셀에서 표 옆으로 옮겨 다시 놓아 주세요.`,
  'formulas-without-value': (note) =>
    `‘${sheet(note)}’ 시트에 값이 저장되지 않은 수식이 ${count(note)}칸 있어요. 빈 칸으로 읽었으니, 엑셀에서 열어 저장한 뒤 다시 놓아 주세요.`,
  'unreadable-characters': (note) =>
    `읽지 못한 글자가 ${count(note)}개 있어요. 이름이나 상품명이 깨져 보이면 ‘바꾸기’를 눌러 글자 방식을 골라 주세요.`,
  'mixed-encodings': (note) =>
    `글자 방식(인코딩)이 두 가지로 섞인 파일이에요. ${count(note)}줄은 나머지와 다른 방식으로 읽었으니, 이름이나 상품명이 깨진 줄이 없는지 봐 주세요.`,
  'opened-from-archive': (note) => `압축 파일 안의 ‘${note.detail ?? ''}’ 파일을 읽었어요.`,
};
