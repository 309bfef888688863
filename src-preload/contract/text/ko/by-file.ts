import { figure } from '../numbers';

/** The way without an API: SmartStore's own 엑셀 일괄발송 file. */
export const byFile = {
  save: '일괄발송 파일로 저장하기',
  saving: '파일을 만드는 중이에요',
  state: '파일로 처리',
  menu: '다른 방법',
  inFile: '파일에 담음',
  ask: (jobs: number) => `${figure(jobs)}건을 일괄발송 파일로 저장할까요?`,
  askMore:
    '파일에 담은 주문은 이 프로그램이 발송 처리하지 않아요. 스마트스토어센터의 엑셀 일괄발송에 직접 올려 주세요. 올리면 등록된 것을 보고 완료로 바꿔요.',
  yes: (jobs: number) => `${figure(jobs)}건 파일로 저장하기`,
  no: '그대로 두기',
  undone: (jobs: number) => `${figure(jobs)}건을 되돌렸어요. 만든 파일은 올리지 마세요.`,
  insteadAll: (jobs: number) => `${figure(jobs)}건 파일 대신 여기에서 처리하기`,
  hereInstead: (jobs: number) => `${figure(jobs)}건을 여기에서 처리해요. 만든 파일은 올리지 마세요.`,
  allInFile: (file: string) =>
    `‘${file}’의 줄을 모두 일괄발송 파일에 담았어요. 스마트스토어센터에 올리면 완료로 바꿔요.`,
  fileName: '발송처리',
  saved: (jobs: number) =>
    `${figure(jobs)}건을 담은 일괄발송 파일을 만들었어요. 스마트스토어센터의 엑셀 일괄발송에 올리면, 등록된 것을 보고 완료로 바꿔요.`,
  left: (lines: number) =>
    `${figure(lines)}건은 이 파일에 적을 수 없는 배송방법이거나 지금 처리하는 중이라 그대로 두었어요.`,
  nothing: '일괄발송 파일에 담을 주문이 없어요.',
  failed: '파일을 만들지 못했어요. 담은 주문은 처리 내역의 파일로 처리에 있어요.',
};
