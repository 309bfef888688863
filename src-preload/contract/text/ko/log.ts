import type { DelayReason } from '../../delay-reasons';
import { koreanDay } from '../../korean-time';
import type { DecisionCause, JobState } from '../../job-states';
import type { MarketName } from '../../market-facts';
import { figure, spanKo } from '../numbers';
import { holdDialog, holds, otherHolds, parcelHolds, specialHolds } from './holds';
import { short, view } from './log-view';

const states: Record<JobState, string> = {
  held: '보류',
  rejected: '실패',
  queued: '대기 중',
  sending: '처리 중',
  waiting: '재시도 예정',
  unknown: '결과 조회 중',
  succeeded: '완료',
  cancelled: '제외',
};

/** Another shipment is registered that differs in something else than its number: no other number is spoken of. */
const otherShipments = {
  method: {
    title: '네이버에 다른 배송방법으로 발송 처리되어 있어요.',
    body: '이미 발송 처리된 주문은 여기에서 바꿀 수 없어요. 스마트스토어센터에서 이 주문을 보고, 고쳤으면 다시 읽어 주세요.',
  },
  courier: {
    title: '네이버에 다른 택배사로 등록되어 있어요.',
    body: '이미 발송 처리된 택배사는 여기에서 바꿀 수 없어요. 파일의 택배사가 맞으면 판매관리 > 배송현황관리에서 고친 뒤 다시 읽어 주세요.',
  },
  unnamed: {
    title: '네이버에 이미 발송 처리되어 있어요.',
    body: '네이버가 어떤 송장번호인지 알려 주지 않았어요. 스마트스토어센터에서 이 주문을 보고, 다르면 고친 뒤 다시 읽어 주세요.',
  },
};

/** What stands under the chip of an order that is done, where that is not all there is to say. */
const doneNotes: Record<string, string> = {
  'cancel-overridden': '취소 요청 거부됨',
  conflict: '주의',
  'not-registered': '주의',
  'wrong-number': '주의',
  'refund-under-way': '환불 중',
};

/** Why a product order cannot be dispatched any more, by the state the market shows. */
const closedOrders: Record<string, { title: string; body: string }> = {
  CANCELED: {
    title: '구매자가 취소한 주문이에요.',
    body: '처리하지 않았어요. 상자를 빼 두세요.',
  },
  CANCELED_BY_NOPAYMENT: {
    title: '결제 기한이 지나 닫힌 주문이에요.',
    body: '처리하지 않았어요. 상자를 빼 두세요.',
  },
  PAYMENT_WAITING: {
    title: '아직 결제되지 않은 주문이에요.',
    body: '처리하지 않았어요. 결제된 뒤에 파일을 다시 놓아 주세요.',
  },
  RETURNED: {
    title: '반품된 주문이에요.',
    body: '처리하지 않았어요. 상자를 아직 내보내지 않았다면 빼 두세요.',
  },
  EXCHANGED: {
    title: '교환된 주문이에요.',
    body: '처리하지 않았어요. 상자를 아직 내보내지 않았다면 빼 두세요.',
  },
};

/** Nothing of it leaves before (contract/acts.ts, decisionUndoMs). */
const undoable = '10초 안에는 되돌릴 수 있어요.';

export const log = {
  title: '처리 내역',
  view,
  short,
  holdDialog,
  states,
  holds,
  parcelHolds,
  specialHolds,
  otherHolds,
  closedOrders,
  otherShipments,
  doneNotes,
  groups: { tasks: '할 일', byFile: '파일로 처리', underWay: '진행', ended: '끝' },
  all: '모두 보기',
  foundDone: '완료 (이미 처리됨)',
  waitsForChoice: '선택을 기다려요',
  search: '처리 내역에서 찾기',
  searchHint: '이름, 상품, 번호 끝 4자리',
  export: '엑셀로 저장하기',
  exporting: (done: number, total: number) => `${figure(total)}건 중 ${figure(done)}건 모으는 중`,
  exported: (jobs: number) => `${figure(jobs)}건을 담은 엑셀 파일을 만들었어요.`,
  exportFailed: '엑셀로 저장하지 못했어요. 잠시 뒤에 다시 눌러 주세요.',
  exportName: '처리내역',
  retryAll: (jobs: number) => `${figure(jobs)}건 다시 시도하기`,
  confirmAll: (jobs: number) => `${figure(jobs)}건 발주 확인하고 발송 처리하기`,
  empty: '아직 처리한 주문이 없어요. 발송 화면에 파일을 놓으면 여기에 한 건씩 기록돼요.',
  goSend: '발송 화면으로 가기',
  nothingFound: '찾는 주문이 없어요. 이름이나 번호를 줄여서 찾아보세요.',
  noTasks: (done: number) => `할 일이 없어요. 지금까지 ${figure(done)}건을 처리했어요.`,
  nothingInState: '이 상태인 주문이 없어요.',
  columns: {
    state: '상태',
    target: '상품주문번호',
    itemId: '품목번호',
    recipient: '받는 분 · 상품명',
    advice: '안내',
    file: '파일',
    orderId: '주문번호',
    productName: '상품명',
    kind: '종류',
    code: '코드',
    message: '쇼핑몰의 말',
    addedAt: '넣은 시각',
    changedAt: '바뀐 시각',
  },
  fromFile: (file: string, row: number) => `${file} ${row}줄`,
  open: (target: string) => `${target} 자세히 보기`,
  retry: '다시 시도하기',
  retryNow: '지금 다시 시도하기',
  exclude: '제외하기',
  takeAll: '이 양식은 항상 모두 담기',
  readNow: '지금 조회하기',
  readAgain: '다시 읽기',
  edit: '고쳐서 다시 시도하기',
  editShort: '고치기',
  save: '이 값으로 다시 시도하기',
  keep: '그대로 두기',
  dateHint: '비워 두면 발송 처리하는 시각으로 등록해요.',
  dateLater: '지금보다 나중은 등록할 수 없어요. 비우거나 앞선 시각으로 바꿔 주세요.',
  dateClear: '비우기',
  keepValues: '송장과 견주어 봤어요. 이대로 저장하기',
  confirmThenDispatch: '발주 확인하고 발송 처리하기',
  settledByHand: '센터에서 직접 봤어요',
  settledAsk: '스마트스토어센터에서 이 주문을 직접 봤나요?',
  settledSent: {
    dispatch: '발송 처리되어 있어요',
    confirm: '발주 확인되어 있어요',
    delay: '발송 지연이 등록되어 있어요',
    refund: '환불되어 있어요',
  },
  settledNotSent: {
    dispatch: '발송 처리되어 있지 않아요',
    confirm: '발주 확인되어 있지 않아요',
    delay: '발송 지연이 등록되어 있지 않아요',
    refund: '환불되어 있지 않아요',
  },
  openCenters: { naver: '스마트스토어센터 열기', brightmall: 'BrightMall 센터 열기' } satisfies Record<
    MarketName,
    string
  >,
  copyNumber: '번호 복사하기',
  marketNumberRight: '네이버 번호가 맞아요',
  waitingUntil: (ms: number) => `${spanKo(ms)} 뒤에 다시 시도해요.`,
  waitingAfter: '발주 확인이 끝나면 이어서 처리해요.',
  waitingAfterAddOn: '추가구성상품의 환불이 끝나면 이어서 처리해요.',
  delayReasons: {
    preparing: '상품 준비 중',
    'buyer-asked': '고객 요청',
    'made-to-order': '주문 제작',
    reserved: '예약 발송',
    'from-abroad': '해외 배송',
    other: '기타',
  } satisfies Record<DelayReason, string>,
  delayUntil: (until: number, reason: string) => `${koreanDay(until).slice(5).replace('-', '/')}까지 · ${reason}`,
  unknownTitle: '쇼핑몰의 답을 받지 못했어요.',
  unknownBody:
    '처리가 됐을 수도, 안 됐을 수도 있어요. 두 번 처리하지 않도록 쇼핑몰에 등록된 내용을 먼저 조회하고 있으니 기다려 주세요.',
  /** While its store rests nothing is read. */
  unknownRests:
    '처리가 됐을 수도, 안 됐을 수도 있어요. 두 번 처리하지 않도록, 이어서 처리할 때 쇼핑몰에 등록된 내용을 먼저 조회해요.',
  nextReading: (ms: number) => `다음 조회는 ${spanKo(ms)} 뒤예요.`,
  queuedBody: '차례를 기다리고 있어요.',
  leftOut: '네이버의 답에 이 주문이 없어서 다시 조회해요.',
  boxLeftOut: (tail: string) => `네이버의 답에 같은 상자의 다른 주문(…${tail})이 없어서 함께 다시 조회해요.`,
  queuedUntil: (ms: number) => `${spanKo(ms)} 뒤에 시작해요.`,
  /** What a queued or waiting job waits for while its store rests. */
  resting: {
    safe: '발송 처리를 멈춘 채로 열었어요. 시작하면 이어서 처리해요.',
    offline: '연결되면 이어서 처리해요.',
    barred: '막힌 연결이 풀리면 이어서 처리해요.',
    silent: '쇼핑몰이 다시 답하면 이어서 처리해요.',
    clock: 'PC 시계가 맞으면 이어서 처리해요.',
    trouble: '스토어 연결이 다시 되면 이어서 처리해요.',
    quota: '호출 한도가 풀리면 이어서 처리해요.',
    seller: '잠시 멈춰 두었어요. 다시 시작하면 이어서 처리해요.',
    'look-first': '먼저 살펴보고 고르면 이어서 처리해요.',
  },
  sendingBody: '쇼핑몰의 답을 기다리고 있어요.',
  succeeded: {
    dispatch: '쇼핑몰에 등록됐어요.',
    confirm: '발주 확인으로 등록됐어요.',
    stock: '쇼핑몰에 등록됐어요.',
    lookup: '상품주문번호를 찾았어요.',
    delay: '발송 지연으로 등록됐어요.',
    refund: '구매자에게 환불했어요.',
  },
  /** `time`: when the market was read and showed it. */
  readBack: (time: string) => `네이버에서 확인함 (${time})`,
  cancelledBody: '처리하지 않기로 했어요.',
  settledByHandBody: '직접 보고 정리한 주문이에요.',
  conflictBoth: (market: string, sheet: string) => `쇼핑몰: ${market}, 이 파일: ${sheet}.`,
  noReason: '쇼핑몰이 이유를 알려 주지 않았어요. 문의할 때는 아래 문의용 번호를 알려 주세요.',
  detail: {
    values: '등록할 값',
    registeredValues: '등록한 값',
    words: '쇼핑몰의 말',
    answerPruned: '쇼핑몰이 보낸 답 전체는 보관 기간이나 용량을 넘어서 지웠어요. 여기 남은 내용은 그대로예요.',
    history: '시도 기록',
    decision: '내 선택',
    queue: '대기 목록',
    queuedFrom: (file: string, row: number) => `${file} ${row}줄에서 넣었어요`,
    queuedHere: '파일 없이 넣었어요',
    noOutcome: '답을 기다렸어요',
    traceId: '문의용 번호',
    copyTrace: '문의용 번호 복사하기',
    code: '코드',
    http: 'HTTP',
    send: '처리',
    read: '조회',
    finding: '쇼핑몰에 등록된 내용',
    findingBefore: '처리하기 전에 조회한 내용',
    failed: '자세한 내용을 읽지 못했어요.',
    loading: '읽고 있어요.',
  },
  causes: {
    approved: '처리하기로 골랐어요',
    declined: '처리하지 않기로 골랐어요',
    excluded: '제외했어요',
    edited: '값을 고쳤어요',
    retried: '다시 시도했어요',
    'settled-by-hand': '센터에서 보고 처리됐다고 했어요',
    'not-sent-by-hand': '센터에서 보고 처리되지 않았다고 했어요',
    'put-behind': '발주 확인 뒤로 미뤘어요',
    'put-back': '다시 대기 목록에 넣었어요',
    'put-in-file': '일괄발송 파일에 담았어요',
    refund: '취소 요청을 승인하고 환불하기로 골랐어요',
    'taken-back-to-queued': '되돌렸어요',
    'taken-back-to-waiting': '되돌렸어요',
    'taken-back-to-unknown': '되돌렸어요',
    'taken-back-to-held': '되돌렸어요',
    'taken-back-to-rejected': '되돌렸어요',
    'taken-back-to-cancelled': '되돌렸어요',
  } satisfies Record<DecisionCause, string>,
  refused: {
    'in-flight': '지금 처리하는 중이라 바꿀 수 없어요. 답이 온 뒤에 다시 해 주세요.',
    'wrong-state': '그사이에 상태가 바뀌어서 처리하지 않았어요.',
    'not-found': '이 주문을 찾을 수 없어요.',
    'bad-values': '이대로는 처리할 수 없는 값이라 저장하지 않았어요. 값을 살펴봐 주세요.',
    'other-live': '같은 주문이 대기 목록에 이미 있어서 처리하지 않았어요.',
  },
  takeBack: {
    button: '되돌리기',
    done: (jobs: number) => `${figure(jobs)}건을 되돌렸어요.`,
    tooLate: '그사이에 상태가 바뀌어서 되돌리지 못했어요.',
  },
  /** What a decision does, while it can be taken back: whether the store works just now or rests. */
  decided: {
    retry: (jobs: number) => `${figure(jobs)}건을 다시 시도해요. ${undoable}`,
    edit: (jobs: number) => `${figure(jobs)}건을 새 값으로 처리해요. ${undoable}`,
    'confirm-then-dispatch': (jobs: number) => `${figure(jobs)}건을 발주 확인하고 발송 처리해요. ${undoable}`,
    exclude: (jobs: number) => `${figure(jobs)}건을 제외했어요.`,
    'put-back': (jobs: number) => `${figure(jobs)}건을 다시 대기 목록에 넣었어요. ${undoable}`,
    approve: (jobs: number) => `${figure(jobs)}건을 처리해요. ${undoable}`,
    decline: (jobs: number) => `${figure(jobs)}건을 처리하지 않기로 했어요.`,
    'leave-out': (jobs: number) => `${figure(jobs)}건을 고른 대로 처리해요. ${undoable}`,
    refund: (jobs: number) => `${figure(jobs)}건을 고른 대로 처리해요. ${undoable}`,
    'take-all': (jobs: number) => `${figure(jobs)}건을 처리해요. ${undoable}`,
    'settled-by-hand': (jobs: number) => `${figure(jobs)}건을 직접 정리했어요.`,
  },
  putBack: '다시 대기 목록에 넣기',
  method: '배송방법',
  methodsMore: '더 보기',
};
