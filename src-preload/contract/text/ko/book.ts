import type { BookHead } from '../../book/list';
import type { PullOutReason } from '../../book/facts';
import type { BookTab } from '../../book/tabs';
import type { BookRow } from '../../book/row';
import { figure, spanKo } from '../numbers';

const tabs: Record<BookTab, string> = {
  new: '새 주문',
  waiting: '송장 기다림',
  'pull-out': '뺄 상자',
  sent: '발송 처리됨',
  untracked: '추적 안 됨',
};

const badges: Record<BookRow['badges'][number], string> = {
  today: '오늘출발',
  'hope-date': '희망일',
  guaranteed: '도착보장',
  'pick-up': '방문수령',
  'gift-waiting': '선물 수락 전',
  'add-on': '추가구성',
  'partly-cancelled': '일부 취소됨',
  delayed: '발송지연 중',
  'partner-ships': 'N배송',
};

const changes: Record<PullOutReason, string> = {
  'cancel-requested': '취소 요청',
  cancelled: '취소됨',
  'address-changed': '배송지 바뀜',
  'option-changed': '옵션 바뀜',
  'hope-date-changed': '희망일 바뀜',
};

/** The head of a part of the list; `time`: the hour of `until`. */
function headTitle({ due, daysLate }: BookHead, time: string): string {
  switch (due) {
    case 'late':
      return daysLate === 0 ? '오늘 기한이 지났어요' : daysLate === 1 ? '어제까지였어요' : '기한이 지났어요';
    case 'until':
      return `오늘 ${time}까지`;
    case 'today':
      return '오늘 안에';
    case 'later':
      return '그 뒤';
    case 'no-date':
      return '발송기한을 몰라요';
  }
}

/** 주문: the order book. */
export const book = {
  title: '주문',
  today: (count: number) => `오늘 안에 ${figure(count)}건`,
  nothingToday: '오늘 안에 보낼 주문이 없어요',
  /** Of today's; where there are late ones too, of all of them. */
  withoutNumber: (count: number, today: number) => `${count <= today ? '그중 ' : ''}번호 없음 ${figure(count)}건`,
  late: (count: number) => `지난 것 ${figure(count)}건`,
  points: (points: number) => `벌점 ${figure(points)}점`,
  pointsHint: '발송기한을 넘기면 1점, 4영업일이 더 지나면 3점이에요.',
  notRegistered: (count: number) => `등록 기다림 ${figure(count)}건`,
  never: '아직 주문을 가져오지 않았어요',
  noneOpen: '보낼 주문이 없어요',
  fetched: (time: string) => `${time}에 가져왔어요`,
  fetching: '주문을 가져오고 있어요',
  old: (ms: number) => `${spanKo(ms)} 전 주문이에요`,
  trouble: {
    resting: '스토어가 쉬고 있어서 주문을 가져오지 못했어요',
    'no-answer': '네이버가 답하지 않아서 주문을 가져오지 못했어요',
    refused: '네이버가 주문 조회를 받아 주지 않았어요',
  },
  holidaysUnknown: '올해 공휴일을 아직 몰라서 벌점을 토요일과 일요일만 빼고 세었어요.',
  band: {
    label: '오늘 발송기한',
    withoutNumber: (count: number) => `송장 없음 ${figure(count)}`,
    late: (count: number) => `지난 것 ${figure(count)}`,
    next: (time: string) => `${time}까지`,
    left: (count: number, ms: number) => `${figure(count)}건 · ${spanKo(ms)} 남음`,
    nav: (count: number) => `오늘 ${figure(count)}`,
  },
  steps: {
    label: '아침에 하는 일',
    done: '완료',
    fetch: '주문 가져오기',
    fetchAct: '주문 가져오기',
    fetchAgain: '다시 가져오기',
    notFetched: '처음에는 지난 주문부터 모두 가져와요',
    fetchedAt: (time: string, fresh: number) => `${time} · 새 주문 ${figure(fresh)}건`,
    confirm: '발주 확인하기',
    confirmAct: (count: number) => `${figure(count)}건 발주 확인하기`,
    toConfirm: (count: number) => `아직 안 한 주문 ${figure(count)}건`,
    confirmHint: '확인하면 구매자는 취소 요청만 할 수 있어요',
    confirming: '발주 확인을 처리하고 있어요',
    noneToConfirm: '확인할 주문이 없어요',
    form: '택배 접수 파일 만들기',
    formLater: '준비하고 있어요. 지금은 센터의 발주서를 써 주세요',
    center: '센터 열기',
    undo: '되돌리기',
    confirmStarts: (count: number, ms: number) => `${figure(count)}건을 ${spanKo(ms)} 뒤에 확인해요`,
    added: (count: number) => `${figure(count)}건의 발주 확인을 대기 목록에 넣었어요.`,
    nothingAdded: '지금 발주 확인할 수 있는 주문이 없어요.',
    undone: (count: number) => `${figure(count)}건의 발주 확인을 되돌렸어요.`,
  },
  tabs,
  tabsLabel: '주문 묶음',
  search: '이름, 번호',
  searchLabel: '주문 찾기: 이름, 전화번호 끝 네 자리, 주문번호',
  byNumber: '번호로 찾기',
  filterOff: '모두 보기',
  list: {
    label: (tab: string, count: number) => `${tab} ${figure(count)}건, 발송기한 순`,
    all: '보낼 주문',
    found: '찾은 주문',
    pickAll: '모두 고르기',
    pick: (name: string) => `${name} 고르기`,
    fold: (title: string) => `${title} 접거나 펴기`,
    columns: { state: '상태', who: '받는 분', what: '상품', quantity: '수량', number: '송장번호', marks: '표시' },
    states: {
      yet: '번호 없음',
      ready: '번호 있음',
      held: '뺄 상자',
      partner: '물류사가 넣어요',
      sent: '발송 처리됨',
      cancel: '취소 요청',
      closed: '끝난 주문',
    },
    noNumber: '번호 없음',
    numberInQueue: '번호 있음',
    partner: '물류사가 넣어요',
    noName: '이름 모름',
    noProduct: '상품 이름 모름',
    head: headTitle,
    headCount: ({ count, points }: BookHead, leftMs: number | undefined) =>
      [
        `${figure(count)}건`,
        points > 0 ? `페널티 ${figure(points)}점이 붙을 수 있어요` : undefined,
        leftMs === undefined ? undefined : `${spanKo(leftMs)} 남음`,
      ]
        .filter((part) => part !== undefined)
        .join(' · '),
    badges,
    hopeDate: (day: string) => `희망일 ${day}`,
    partly: (all: number, cancelled: number) => `${figure(all)}개 중 ${figure(cancelled)}개 취소됨`,
    daysLate: (days: number) => (days <= 0 ? '오늘 지남' : days === 1 ? '하루 지남' : `${figure(days)}일 지남`),
    inBox: (count: number) => `${figure(count)}건 한 상자`,
    memoNamesDay: '날짜 적힌 메모',
    changes,
    star: (name: string) => `${name} 주문 변경 알림`,
    picked: (count: number) => `${figure(count)}건 골랐어요`,
    unpick: '고르기 끝내기',
    enterNumbers: (count: number) => `${figure(count)}건 송장번호 넣기`,
    confirmPicked: (count: number) => `${figure(count)}건 발주 확인하기`,
  },
  empty: {
    title: '가져온 주문이 없어요',
    body: '주문을 가져오거나 스마트스토어에서 받은 주문 엑셀을 놓아 주세요.',
    nothingFound: '찾는 주문이 없어요. 이름은 두 글자부터, 번호는 네 자리부터 찾아요.',
    tabs: {
      new: '새 주문이 없어요. 새 주문은 몇 분마다 저절로 가져와요.',
      waiting: '송장을 기다리는 주문이 없어요.',
      'pull-out': '뺄 상자가 없어요. 번호를 넣은 뒤에 취소 요청이나 배송지 변경이 들어오면 여기에서 알려 드려요.',
      sent: '아직 발송 처리한 주문이 없어요.',
      untracked: '추적이 안 되는 송장번호가 없어요.',
    } satisfies Record<BookTab, string>,
    filters: {
      today: '오늘 안에 보낼 주문이 없어요.',
      late: '기한이 지난 주문이 없어요.',
      'without-number': '모두 송장번호가 있어요.',
      'not-registered': '등록을 기다리는 주문이 없어요.',
    },
  },
  panel: {
    label: '고른 주문',
    hint: '주문을 고르면 여기에서 모두 볼 수 있어요.',
    quantity: (count: number) => `${figure(count)}개`,
    until: (time: string) => `${time}까지`,
    left: (ms: number) => `${spanKo(ms)} 남았어요`,
    late: (ms: number) => `${spanKo(ms)} 지났어요`,
    lateDays: (days: number) => `${figure(days)}일 지났어요`,
    points: (points: number) => `벌점 ${figure(points)}점`,
    number: '송장번호',
    numberHint: '숫자만 넣어도 돼요',
    send: '이 번호로 발송 처리하기',
    sent: '발송 처리를 대기 목록에 넣었어요.',
    notSent: '이 번호로는 발송 처리할 수 없어요. 택배사와 번호를 다시 봐 주세요.',
    confirm: '발주 확인하기',
    waitsFor: '송장번호',
    address: '받는 곳',
    phone: '전화번호',
    memo: '배송 메모',
    paid: '결제',
    state: '상태',
    readAt: '조회',
    registered: '등록된 번호',
    productOrderId: '상품주문번호',
    orderId: '주문번호',
    copyOf: (what: string) => `${what} 복사하기`,
    others: (count: number) => `같은 주문의 상품 ${figure(count)}건`,
    history: '바뀐 것',
    jobs: '처리 내역',
    noJobs: '아직 여기에서 처리한 것이 없어요.',
    center: '스마트스토어센터 열기',
    erased: '이름과 주소는 보관 기간이 지나서 지웠어요.',
    changed: (what: PullOutReason) => changes[what],
    from: (from: string) => `전: ${from}`,
    to: (to: string) => `지금: ${to}`,
  },
};
