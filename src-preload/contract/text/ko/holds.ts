import type { HoldReason } from '../../job';
import { figure } from '../numbers';

/** What a hold asks: a title, what it means, and the two answers. */
export const holds: Record<HoldReason, { title: string; body: string; yes: string; no: string }> = {
  'cancel-requested': {
    title: '구매자가 취소를 요청했어요.',
    body: '포장하는 사이에 취소 요청이 들어와서 발송 처리를 멈췄어요. 지금 발송 처리하면 취소 요청이 거부되고 되돌릴 수 없어요. 먼저 이 상자를 빼 두고 골라 주세요.',
    yes: '취소 요청 거부하고 발송 처리하기',
    no: '발송하지 않기',
  },
  'address-changed': {
    title: '구매자가 배송지를 바꿨어요.',
    body: '이미 출력한 송장에는 예전 주소가 있을 수 있어서 발송 처리를 멈췄어요. 다르면 송장을 다시 출력하고 새 번호를 넣어 주세요.',
    yes: '주소가 같아요, 발송 처리하기',
    no: '발송하지 않기',
  },
  'box-changed': {
    title: '번호를 넣은 뒤에 주문이 바뀌었어요.',
    body: '옵션이나 희망일이 바뀌었거나 구매자가 취소한 주문이 같은 상자에 있을 수 있어서 발송 처리를 멈췄어요. 주문의 뺄 상자에서 바뀐 것을 보고 골라 주세요.',
    yes: '상자가 맞아요, 발송 처리하기',
    no: '발송하지 않기',
  },
  'several-product-orders': {
    title: '주문 하나에 상품주문이 여러 개예요.',
    body: '이 주문번호에는 발송 처리할 상품주문이 여러 개 있어서 멈췄어요. 이 송장번호의 상자에 담은 것만 골라 주세요.',
    yes: '이 상자에 담아 발송 처리하기',
    no: '이 상자에서 빼기',
  },
  conflict: {
    title: '송장번호가 서로 달라요.',
    body: '쇼핑몰에 등록된 번호와 파일의 번호가 달라서 멈췄어요. 송장에 찍힌 번호를 보고 골라 주세요.',
    yes: '파일의 번호로 발송 처리하기',
    no: '발송하지 않기',
  },
  'not-confirmed': {
    title: '발주 확인이 필요하다고 네이버가 답했어요.',
    body: '발주 확인을 먼저 하고 이어서 발송 처리할 수 있어요. 그렇게 고르면 이 스토어에서 기다리는 주문 모두에, 앞으로도 같은 답을 쓸게요.',
    yes: '발주 확인하고 발송 처리하기',
    no: '발송하지 않기',
  },
  restored: {
    title: '백업으로 되돌린 주문이에요.',
    body: '그사이에 이미 처리했을 수 있어서 멈췄어요. 쇼핑몰에 등록된 내용을 보고 골라 주세요.',
    yes: '이어서 처리하기',
    no: '처리하지 않기',
  },
  'by-file': {
    title: '일괄발송 파일에 담았어요.',
    body: '스마트스토어센터의 엑셀 일괄발송에 파일을 올려 주세요. 여기에서는 다시 처리하지 않고, 네이버에 등록된 것을 10분마다 조회해서 완료로 바꿔요.',
    yes: '파일 대신 여기에서 처리하기',
    no: '제외하기',
  },
  'not-read': {
    title: '이 주문을 네이버에서 읽지 못했어요.',
    body: '네 번 조회해도 네이버의 답에 이 상품주문이 없었어요. 취소 요청이 있는지 알 수 없어서 발송 처리를 멈췄어요. 스마트스토어센터에서 이 주문을 보고 골라 주세요.',
    yes: '센터에서 봤어요, 발송 처리하기',
    no: '발송하지 않기',
  },
  'hope-date': {
    title: '배송 희망일이 아직 남았어요.',
    body: '구매자가 고른 날보다 일찍 도착할 수 있어서 발송 처리를 멈췄어요. 그대로 두면 희망일 전날에 이어서 처리해요. 지금 보내도 희망일에 맞으면 골라 주세요.',
    yes: '지금 발송 처리하기',
    no: '발송하지 않기',
  },
  'pick-up': {
    title: '방문수령 주문이에요.',
    body: '구매자가 직접 찾아가기로 한 주문인데 이 파일에는 송장번호가 있어서 발송 처리를 멈췄어요. 찾아가는 주문이면 배송방법을 방문수령으로 고쳐 주세요.',
    yes: '택배로 보냈어요, 발송 처리하기',
    no: '발송하지 않기',
  },
  'partly-cancelled': {
    title: '구매자가 취소한 수량이 있어요.',
    body: '구매자가 취소한 수량까지 상자에 담았을 수 있어서 발송 처리를 멈췄어요. 상자를 열어 보고 골라 주세요.',
    yes: '남은 수량만 담았어요, 발송 처리하기',
    no: '발송하지 않기',
  },
};

/** 11월 30일, of the market's own yyyymmdd; undefined of whatever else it wrote. */
function dayOf(date: string): string | undefined {
  const [, month, day] = /^\d{4}[-./]?(\d{2})[-./]?(\d{2})/u.exec(date) ?? [];
  return month === undefined || day === undefined ? undefined : `${Number(month)}월 ${Number(day)}일`;
}

/** Where a hold is not all that its sentences say. */
export const otherHolds = {
  /** The day cannot be read, so the order does not go by itself. */
  hopeDateUnread:
    '구매자가 고른 날을 읽을 수 없어서 발송 처리를 멈췄어요. 스마트스토어센터에서 희망일을 보고 골라 주세요.',
  /** In the seller's file while the store rests: nothing is read. */
  byFileRests:
    '스마트스토어센터의 엑셀 일괄발송에 파일을 올려 주세요. 여기에서는 다시 처리하지 않아요. 지금은 네이버를 조회하지 못하고, 조회할 수 있게 되면 등록된 것을 보고 완료로 바꿔요.',
  /** The market's own cancellation: no buyer asked for it. */
  cancelledByMarket: '네이버가 직권 취소를 처리하고 있어요.',
};

/** What a reading showed of a special order, in figures; `hopeDateShort` for the phrase of a row. */
export const specialHolds = {
  hopeDate: (date: string) => {
    const day = dayOf(date);
    return day === undefined ? `배송 희망일: ${date}` : `배송 희망일이 ${day}이에요.`;
  },
  hopeDateShort: (date: string) => `희망일 ${dayOf(date) ?? date}`,
  partlyCancelled: (initial: number, remain: number) => `${figure(initial)}개 중 ${figure(initial - remain)}개 취소됨`,
};

/** Why an order is held that nothing was found against: another one of its parcel, by the last digits of its number. */
export const parcelHolds: Partial<Record<HoldReason, (tail: string) => string>> = {
  'cancel-requested': (tail) => `같은 상자의 다른 주문(…${tail})에 취소 요청이 있어요.`,
  'address-changed': (tail) => `같은 상자의 다른 주문(…${tail})에서 배송지가 바뀌었어요.`,
  conflict: (tail) => `같은 상자의 다른 주문(…${tail})에 다른 송장번호가 등록되어 있어요.`,
  'not-read': (tail) => `같은 상자의 다른 주문(…${tail})을 네이버에서 읽지 못했어요.`,
  'hope-date': (tail) => `같은 상자의 다른 주문(…${tail})은 배송 희망일이 아직 남았어요.`,
  'pick-up': (tail) => `같은 상자의 다른 주문(…${tail})은 방문수령 주문이에요.`,
  'partly-cancelled': (tail) => `같은 상자의 다른 주문(…${tail})에 구매자가 취소한 수량이 있어요.`,
};

/** A cancel request: which order of the box, and what may become of it. */
export const holdDialog = {
  title: (who: string, asked: number) => `${who} 상자에서 ${figure(asked)}건만 취소 요청이 왔어요`,
  titleByMarket: (who: string) => `${who} 상자에 네이버의 직권 취소가 있어요`,
  titleOne: (who: string) => `${who} 상자에 취소 요청이 왔어요`,
  nothingSent: '상자예요. 아직 어느 것도 발송 처리하지 않았어요.',
  question: (what: string, asked: number) =>
    asked > 1 ? `취소 요청 ${figure(asked)}건을 어떻게 할까요?` : `${what} 1건을 어떻게 할까요?`,
  requestSeen: (time: string | undefined) => (time === undefined ? '취소 요청' : `${time} 취소 요청을 봤어요`),
  byMarket: '직권 취소 처리 중',
  noRequest: '요청 없음',
  answers: {
    decline: {
      title: '발송하지 않기',
      body: '이 주문은 제외하고 네이버에는 아무것도 바꾸지 않아요. 나중에 처리 내역에서 다시 넣을 수 있어요.',
    },
    refund: {
      title: '취소 승인하고 환불하기',
      body: '구매자에게 환불돼요. 상자에서 이 상품을 빼 주세요.',
    },
    refuse: {
      title: '취소 요청 거부하고 발송 처리하기',
      body: '상자가 이미 떠났을 때만 골라 주세요. 구매자의 요청이 거부돼요.',
    },
  },
  refundOf: (amount: number) => `${figure(amount)}원이 구매자에게 환불돼요. 상자에서 이 상품을 빼 주세요.`,
  refundElsewhere:
    '이 스토어의 API 권한으로는 여기에서 할 수 없어요. 스마트스토어센터에서 이 취소 요청을 처리하면 환불돼요. 이 주문은 보류로 남아요.',
  noWayBack: '10초가 지나면 되돌릴 수 없어요.',
  sendOthers: (what: string, others: number) =>
    others > 1
      ? `나머지 ${figure(others)}건은 이 송장번호로 발송 처리하기`
      : `${what} 1건은 이 송장번호로 발송 처리하기`,
  allRegistered: (jobs: number) => `${figure(jobs)}건이 모두 이 송장번호로 등록돼요.`,
  later: '나중에 고르기',
  undoable: '10초 동안 되돌릴 수 있어요',
  confirm: {
    decline: (jobs: number) => `${figure(jobs)}건 발송하지 않기`,
    declineAndSend: (others: number) => `빼고 ${figure(others)}건 발송 처리하기`,
    refundElsewhere: '스마트스토어센터 열기',
    refund: (asked: number, amount: number | undefined, others: number) => {
      const what = amount === undefined ? `${figure(asked)}건` : `${figure(amount)}원`;
      return others > 0 ? `${what} 환불하고 ${figure(others)}건 발송 처리하기` : `${what} 환불하기`;
    },
    refuse: (jobs: number) => `취소 요청 거부하고 ${figure(jobs)}건 발송 처리하기`,
  },
};
