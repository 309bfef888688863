import { figure } from '../numbers';

/** Lines that the sheet says belong to other malls. */
export const otherMalls = {
  othersNote: '이 스토어의 줄만 처리하고, 다른 쇼핑몰의 줄은 건드리지 않아요.',
  othersMore: (rows: number) => `그 밖에 ${figure(rows)}줄이 더 있어요. 파일로 저장하면 모두 담겨요.`,
  othersRow: '줄',
  othersTake: (row: number) => `${row}줄도 넣기`,
  othersTakeAll: (rows: number) => `${figure(rows)}줄 모두 넣기`,
  othersIn: (rows: number) => `다른 쇼핑몰 이름이 붙은 ${figure(rows)}줄도 함께 넣었어요.`,
  othersBack: (rows: number) => `${figure(rows)}줄 다시 빼 두기`,
  othersSave: '다른 쇼핑몰 줄 저장하기',
  othersName: '다른 쇼핑몰',
  othersSaved: (rows: number) => `다른 쇼핑몰의 ${figure(rows)}줄을 파일로 만들었어요.`,
};
