import type { StockNote } from '../../markets/brightmall/note';
import { figure } from '../numbers';

/** BrightMall's names for what becomes of an item (resources/docs/markets/brightmall.md, "Inventory confirm"). */
const statuses: Readonly<Record<string, string>> = {
  pending: '재고 기다림',
  preparing: '배송 준비',
  shipped: '배송 중',
  delivered: '배송 끝남',
  cancelled: '구매자가 취소함',
};

const prices: Record<NonNullable<StockNote['price']>, string> = {
  recorded: '공급가 기록됨',
  'not-recorded': '공급가 기록 안 됨',
};

/** 재고: which items can be delivered, and what was answered about them before. */
export const stock = {
  title: '재고',
  available: '가능',
  unavailable: '불가',
  open: '아직',
  answerOf: (item: string) => `${item} 재고`,
  reasonOf: (item: string) => `${item} 불가 사유`,
  pickReason: '사유 고르기',
  totals: '재고 건수',
  answerOpen: (items: number) => `${figure(items)}건 모두 가능으로 바꾸기`,
  evenAll: (items: number) => `${figure(items)}건 모두 단가 × 수량으로 바꾸기`,
  withAmount: (items: number, amount: number) => `${figure(items)}건 · 합계 ${figure(amount)}원`,
  /** What goes with the next press; sums count what can be delivered alone. */
  going: (available: number, unavailable: number, amount: number) => [
    `가능 ${figure(available)}`,
    ...(unavailable > 0 ? [`불가 ${figure(unavailable)}`] : []),
    ...(amount > 0 ? [`합계 ${figure(amount)}원`] : []),
  ],
  /** What stays in the file: what has no answer yet, and what is to be looked at. */
  stays: (open: number, look: number) => {
    const parts = [...(open > 0 ? [`아직 ${figure(open)}건`] : []), ...(look > 0 ? [`봐 줄 ${figure(look)}건`] : [])];
    return parts.length === 0 ? [] : [`${parts.join('과 ')}은 남겨 둬요`];
  },
  panel: {
    price: (unit: number, quantity: number) =>
      `${figure(unit)}원 × ${figure(quantity)}개 = ${figure(unit * quantity)}원`,
    memo: '메모',
    memoHint: '재입고 예정일처럼 알려 둘 것',
    memoLength: (length: number, limit: number) => `${figure(length)} / ${figure(limit)}`,
  },
  toCheck: (files: number) => (files > 0 ? `재고 확인할 파일 ${figure(files)}` : '재고 확인할 파일'),
  answered: (items: number) => `재고 확인한 품목 ${figure(items)}`,
  views: '재고 화면에서 볼 것',
  empty: '재고를 확인할 품목이 없어요. BrightMall 주문 파일을 놓아 주세요.',
  emptyHint: '재고 여부가 없는 파일이어도 돼요. 가능과 불가를 여기에서 고를 수 있어요.',
  noneAnswered: '아직 재고를 확인한 품목이 없어요. 파일을 놓고 재고 확인하기를 누르면 여기에 모여요.',
  newest: (items: number) =>
    `가장 최근에 답한 ${figure(items)}품목만 보여요. 더 오래된 답은 처리 내역에서 찾을 수 있어요.`,
  otherStore: '재고 확인은 BrightMall 스토어에서 해요.',
  switchTo: (store: string) => `‘${store}’ 스토어로 바꾸기`,
  again: '같은 답으로 다시 재고 확인하기',
  againShort: '다시 재고 확인하기',
  toLog: '처리 내역 보기',
  columns: {
    state: '상태',
    item: '품목',
    answer: '재고',
    reason: '사유',
    memo: '메모',
    price: '합계',
    result: '결과',
  },
  price: (unit: number, quantity: number, total: number) =>
    `${figure(unit)} × ${figure(quantity)} = ${figure(total)}원`,
  statuses,
  prices,
  /** What BrightMall said of an item it took: its state now, and whether the supply price was recorded. */
  result: (note: StockNote, withPrice: boolean) =>
    [
      ...(note.status === undefined ? [] : [`상태: ${statuses[note.status] ?? note.status}`]),
      ...(note.price === undefined ? (withPrice ? ['공급가가 기록됐는지는 답에 없었어요'] : []) : [prices[note.price]]),
    ].join(' · '),
  registered: 'BrightMall에 등록됐어요.',
  willChange: '새 답을 대기 목록에 넣었어요.',
  edit: {
    title: '재고 답 고치기',
    reason: '불가 사유',
    memo: '메모',
    memoHint: (left: number) => `${figure(left)}자 더 쓸 수 있어요.`,
    price: '공급가',
    unit: '단가',
    quantity: '수량',
    total: '합계',
    noPrice: '공급가를 보내지 않으려면 세 칸을 모두 비워 주세요.',
    priceFault: '단가는 0 이상, 수량은 1 이상인 정수로 넣어 주세요.',
    uneven: (right: number) => `단가와 수량을 곱하면 ${figure(right)}원이에요.`,
  },
};
