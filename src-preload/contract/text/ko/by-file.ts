import { figure } from '../numbers';

/** The way without an API: SmartStore's own 엑셀 일괄발송 file. */
export const byFile = {
  save: '일괄발송 파일로 저장하기',
  saving: '파일을 만드는 중이에요',
  state: '파일로 처리',
  fileName: '발송처리',
  saved: (jobs: number) =>
    `${figure(jobs)}건을 담은 일괄발송 파일을 만들었어요. 스마트스토어센터의 엑셀 일괄발송에 올리면, 등록된 것을 보고 완료로 바꿔요.`,
  left: (lines: number) =>
    `${figure(lines)}건은 이 파일에 적을 수 없는 배송방법이거나 지금 처리하는 중이라 그대로 두었어요.`,
  nothing: '일괄발송 파일에 담을 주문이 없어요.',
  failed: '파일을 만들지 못했어요. 처리 내역에서 다시 저장해 주세요.',
};
