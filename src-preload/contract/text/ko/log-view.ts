import type { Click } from '../../markets/code-class';
import type { HoldReason } from '../../job';
import { figure, spanKo } from '../numbers';

/** The screen: its sentence, its periods, its groups and what several rows can do at once. */
export const view = {
  period: '기간',
  periods: { today: '오늘', yesterday: '어제', week: '7일', all: '모두' },
  say: {
    today: (jobs: number) => `오늘 ${figure(jobs)}건`,
    yesterday: (jobs: number) => `어제 ${figure(jobs)}건`,
    week: (jobs: number) => `7일 동안 ${figure(jobs)}건`,
    all: (jobs: number) => `모두 ${figure(jobs)}건`,
  },
  done: (jobs: number) => `${figure(jobs)}건 완료`,
  tasks: (jobs: number) => `할 일 ${figure(jobs)}건`,
  earlier: (jobs: number) => `지난 일 ${figure(jobs)}건 포함`,
  everyDay: '모든 날',
  everyDayShow: '모든 날 보기',
  searchEveryDay: '모든 날에서 찾기',
  filterLabel: '상태로 거르기',
  files: '파일',
  allFiles: '모든 파일',
  withoutFile: '파일 없이',
  olderFiles: '더 오래된 파일은 찾기로 볼 수 있어요.',
  fileDone: (jobs: number, done: number) =>
    done === jobs ? `${figure(jobs)}건 모두 완료` : `${figure(jobs)}건 중 ${figure(done)}건 완료`,
  jobs: (jobs: number) => `${figure(jobs)}건`,
  jobsAndBoxes: (jobs: number, boxes: number) => `${figure(jobs)}건, ${figure(boxes)}상자`,
  boxAndJobs: (boxes: number, jobs: number) => `${figure(boxes)}상자, ${figure(jobs)}건`,
  people: (names: string, more: number) => (more > 0 ? `${names} 외 ${figure(more)}명` : names),
  askedAgain: (ms: number) => `${spanKo(ms)} 뒤에 다시 조회해요`,
  columns: { time: '시각', who: '받는 분', what: '상품', ship: '송장', order: '주문', note: '안내' },
  groups: {
    box: (who: string) => `${who} 상자`,
    cancelRequested: (who: string) => `${who} 상자에 취소 요청이 있어요`,
    unknown: '쇼핑몰의 답을 기다려요',
    sending: '처리하고 있어요',
  },
  justChanged: '방금 바뀌었어요',
  fold: (title: string) => `${title} 접고 펴기`,
  acts: {
    lookAtBox: '이 상자 보고 고르기',
    oneByOne: '하나씩 보고 고르기',
    retry: (jobs: number) => `${figure(jobs)}건 다시 시도하기`,
    reread: (jobs: number) => `${figure(jobs)}건 다시 읽기`,
    exclude: (jobs: number) => `${figure(jobs)}건 제외하기`,
    putBack: (jobs: number) => `${figure(jobs)}건 다시 대기 목록에 넣기`,
  },
  worstFirst: '급한 것부터 위에 있어요',
  noTasksNow: '할 일이 없어요',
  canUndo: '되돌릴 수 있어요',
  nothingInPeriod: {
    today: '오늘은 아직 처리한 주문이 없어요.',
    yesterday: '어제는 처리한 주문이 없어요.',
    week: '7일 동안 처리한 주문이 없어요.',
  },
  pick: (target: string) => `${target} 고르기`,
  pickAll: '모두 고르기',
  picked: (jobs: number) => `${figure(jobs)}건 골랐어요`,
  stateAndCount: (state: string, jobs: number) => `${state} ${figure(jobs)}`,
  decidedAlone: '취소 요청은 상자를 보고 하나씩 골라요',
  endPicking: '고르기 끝내기',
  exportPicked: (jobs: number) => `${figure(jobs)}건 엑셀로 저장하기`,
};

/** The short phrase of a row, where its state and group do not say it all, or its sentence is too long for its column. */
export const short = {
  heldWithBox: '같은 상자라서 함께 멈췄어요',
  holds: {
    'cancel-requested': '취소 요청',
    'address-changed': '배송지 바뀜',
    'several-product-orders': '상품주문 여러 개',
    'not-confirmed': '발주 확인 전',
    restored: '백업으로 되돌림',
    'by-file': '파일로 처리',
    'not-read': '읽지 못함',
  } as Partial<Record<HoldReason, string>>,
  refused: {
    'confirm-then-dispatch': '발주 확인 전',
    edit: '값을 고쳐 주세요',
    retry: '다시 시도할 수 있어요',
    reread: '다시 읽을 수 있어요',
    none: '처리할 수 없어요',
  } satisfies Record<Click, string>,
  asked: '먼저 조회하고 있어요',
  askedAgain: '다시 조회하고 있어요',
  lookYourself: '센터에서 봐 주세요',
  kept: '보관 중이에요',
  sending: '답을 기다려요',
  waiting: '나중에 다시 시도해요',
  settledByHand: '직접 정리했어요',
  inOneBox: (jobs: number) => `${figure(jobs)}건 한 상자`,
};
