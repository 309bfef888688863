import { figure } from '../numbers';

/** Which orders the lines of a sheet without 상품주문번호 belong to. */
export const join = {
  open: '주문 짝 맞추기',
  reading: '주문 목록에서 짝을 찾고 있어요',
  failed: '짝을 찾지 못했어요. 잠시 뒤에 다시 눌러 주세요.',
  back: '검토로 돌아가기',
  grid: (file: string, lines: number) => `${file} ${figure(lines)}줄과 주문의 짝`,
  facts: {
    found: (lines: number) => `${figure(lines)}줄은 짝을 찾았어요`,
    choose: (lines: number) => `${figure(lines)}줄 골라 주세요`,
    alone: (lines: number) => `짝 없는 줄 ${figure(lines)}`,
    orders: (orders: number) => `송장 없는 주문 ${figure(orders)}`,
  },
  columns: { line: '파일의 줄', phone: '전화', address: '주소', order: '주문', product: '상품', advice: '안내' },
  groups: {
    asked: '짝이 될 주문이 여럿이에요',
    suggested: '추천이에요, 맞는지 봐 주세요',
    alone: '짝 없는 줄',
    orders: '송장 없는 주문',
    found: '짝을 찾았어요',
  },
  lines: (lines: number) => `${figure(lines)}줄`,
  linesAndOrders: (lines: number, orders: number) => `${figure(lines)}줄, ${figure(orders)}건`,
  ordersHint: (orders: number) => `${figure(orders)}건 · 이은 줄이 없어요`,
  state: '상태',
  undo: '되돌리기',
  redo: '다시 하기',
  byHand: '직접 이었어요',
  joinedHere: '이었어요',
  more: (rows: number) => `${figure(rows)}줄 더 보기`,
  covered: '가려짐',
  noPair: '짝 없음',
  noNumber: '송장 없음',
  or: (products: readonly string[]) => products.join(' 또는 '),
  several: (orders: number) => `한 줄에 ${figure(orders)}건`,
  pick: (name: string) => `${name} 고르기`,
  nameless: (row: number) => `${figure(row)}번째 줄`,
  /** Why a line is shown where it is. */
  why: {
    'product-order': '상품주문번호가 같아요',
    order: '주문번호가 같아요',
    name: '이름',
    phone: '전화',
    place: '주소',
    same: (kinds: readonly string[]) => `${kinds.join('·')}가 같아요`.replace('이름가', '이름이'),
    near: (kinds: readonly string[]) => `${kinds.join('·')}가 비슷해요`.replace('이름가', '이름이'),
    differs: (kind: string) => `${kind}가 달라요`.replace('이름가', '이름이'),
    only: (kind: string) => `${kind}만 같은 주문이 있어요`,
    notEnough: '같은 것이 하나뿐이에요',
    none: '비슷한 주문이 없어요',
  },
  notes: {
    'two-recipients': '한 송장번호가 다른 분에게도 있어요',
    'two-numbers': '한 주문에 송장번호가 2개예요',
    'number-not-open': '파일의 주문번호가 발송할 주문에 없어요',
    'number-disagrees': '번호는 맞는데 받는 분이 달라요',
    'two-orders-named': '한 줄에 다른 분의 주문번호가 함께 있어요',
  },
  /** Read out before a piece that differs. */
  differing: '다른 부분 ',
  dropOn: (name: string) => `${name} 위에 놓으면 이어요`,
  dropAny: '송장 없는 주문 위에 놓으면 이어요',
  likeness: { same: '같아요', near: '비슷해요', unknown: '모름', different: '달라요' },
  panel: {
    label: '고른 줄',
    empty: '줄을 고르면 여기에 나란히 보여요.',
    which: (name: string) => `${name} · 어느 주문인가요?`,
    phoneEnd: (digits: string) => `전화 끝 ${digits}`,
    /** Which line of its kind the active one is. */
    nth: {
      choose: (lines: number, at: number) => `고를 ${figure(lines)}줄 중 ${figure(at)}번째`,
      alone: (lines: number, at: number) => `짝 없는 ${figure(lines)}줄 중 ${figure(at)}번째`,
      found: (lines: number, at: number) => `짝을 찾은 ${figure(lines)}줄 중 ${figure(at)}번째`,
    },
    line: '파일의 줄',
    order: '주문',
    rows: { name: '이름', phone: '전화', place: '주소', product: '상품' },
    box: '상자에 담지 않은 것은 빼 주세요.',
    otherOrder: '다른 주문 고르기',
    held: (name: string) => `${name} · 이을 주문 고르기`,
    heldOver: (order: string) => `${order} 주문과 이으면`,
    joinHeld: '이 주문과 잇기',
    drop: '그만두기',
    take: '맞아요, 짝 맞추기',
    leave: '짝 없이 두기',
    onlyHere: '여기서 고른 짝은 이 줄에만 쓰고 다음 파일에는 쓰지 않아요.',
  },
  cameBack: (time: string, courier: string, orders: number, came: number, missing: number) =>
    `${time}에 만든 ${courier} 접수 파일 ${figure(orders)}건 중 ${figure(came)}건의 송장이 왔어요.` +
    (missing > 0 ? ` ${figure(missing)}건이 빠졌어요.` : ''),
  /** Whose numbers did not come; the first of them by name. */
  missingNames: (names: readonly string[]) =>
    `빠진 주문: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` 외 ${figure(names.length - 5)}건` : ''}`,
  foot: (boxes: number, left: number) =>
    `${figure(boxes)}상자${left > 0 ? ` · 고르지 않은 ${figure(left)}줄은 남겨 둬요` : ''}`,
  holding: (name: string, joinKey: string, dropKey: string) =>
    `${name} 줄을 들고 있어요 · ↑ ↓ 주문 고르기 · ${joinKey} 잇기 · ${dropKey} 그만두기`,
  apply: (lines: number, orders: number) => `${figure(lines)}줄, ${figure(orders)}건 짝 맞추고 검토하기`,
  applying: '짝을 맞추는 중이에요',
  applyFailed: {
    twice: '한 주문을 두 줄에 골랐어요. 하나만 남겨 주세요.',
    'not-open': '그사이에 바뀐 주문이 있어요. 짝을 다시 찾아 주세요.',
    other: '짝을 저장하지 못했어요. 다시 눌러 주세요.',
  },
};
