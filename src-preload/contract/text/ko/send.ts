import type { LineField } from "../../line";
import type { JobKind } from "../../job";
import { figure, spanKo } from "../numbers";

const fields: Record<LineField, string> = {
  productOrderId: "상품주문번호",
  orderId: "주문번호",
  courier: "택배사",
  trackingNumber: "송장번호",
  deliveryMethod: "배송방법",
  dispatchDate: "발송일",
  recipient: "받는 분",
  phone: "연락처",
  address: "주소",
  productName: "상품명",
  itemId: "품목",
  available: "재고",
  reason: "사유",
  memo: "메모",
  unitPrice: "단가",
  quantity: "수량",
  totalAmount: "합계",
};

const operations: Record<JobKind, string> = {
  dispatch: "발송 처리",
  confirm: "발주 확인",
  stock: "재고 확인",
  lookup: "상품주문번호 찾기",
};

export const send = {
  title: "발송",
  fields,
  operations,
  operation: "할 일 고르기",
  levels: { ok: "정상", warning: "주의", error: "오류", note: "참고" },
  sheetInput: "택배사 파일 고르기",
  emptyTitle: "택배사에서 받은 파일을 여기에 놓아 주세요.",
  emptyHint: "파일 이름이나 양식은 바꾸지 않아도 돼요.",
  pickFile: "파일 고르기",
  addFile: "파일 더하기",
  pasteTable: "복사한 표 붙여넣기",
  pasteHint: "표를 복사한 뒤 Ctrl+V를 눌러 주세요. Mac에서는 ⌘V예요.",
  pastedName: "붙여넣은 표",
  nothingPasted: "복사한 내용에 표가 없어요. 표의 제목 줄까지 함께 복사해 주세요.",
  dropHere: "여기에 놓으면 바로 읽어요",
  practiceTry: "연습용 주문으로 해 보기",
  practiceFailed: "연습용 주문을 만들지 못했어요. 잠시 뒤에 다시 눌러 주세요.",
  otherStoreFiles: (files: number) =>
    `다른 스토어에 검토 중인 파일이 ${figure(files)}개 있어요. 위에서 스토어를 바꾸면 보여요.`,
  tabs: "검토 중인 파일",
  closeTab: (file: string) => `${file} 목록에서 빼기`,
  closeAsk: (file: string, lines: number) =>
    `‘${file}’의 ${figure(lines)}줄을 검토 목록에서 뺄까요?`,
  closeAskMore: "고친 내용도 함께 사라져요. 이미 대기 목록에 들어간 주문은 그대로예요.",
  closeYes: "목록에서 빼기",
  closeNo: "그대로 두기",
  reading: (file: string) => `‘${file}’ 읽는 중`,
  readRows: (rows: number) => `${figure(rows)}줄 읽음`,
  stopReading: "읽기 멈추기",
  storing: (done: number, total: number) => `${figure(total)}줄 중 ${figure(done)}줄 저장함`,
  seenBefore: (time: string, file: string, sent: number) =>
    sent > 0
      ? `${time}에 불러온 ‘${file}’ 파일과 같아요. 그때 ${figure(sent)}건을 대기 목록에 넣었어요.`
      : `${time}에 불러온 ‘${file}’ 파일과 같아요.`,
  password: {
    title: "비밀번호가 걸린 파일이에요.",
    label: "파일 비밀번호",
    hint: "택배사가 알려 준 비밀번호를 넣어 주세요. 사업자번호나 전화번호 뒷자리인 경우가 많아요.",
    open: "파일 열기",
    wrong: "비밀번호가 달라요. 한글과 영문, 대문자와 소문자를 살펴봐 주세요.",
  },
  understood: {
    layoutOf: (layout: string) => layout,
    unknownLayout: "처음 보는 양식",
    column: (field: string, header: string) => `${field} = ${header}`,
    wholeCourier: (courier: string) => `${fields.courier} = 파일 전체 ${courier}`,
    change: "바꾸기",
    done: "접기",
    sheet: "시트",
    headerRow: "제목 줄",
    noHeader: "제목 줄 없음",
    row: (row: number) => `${row}번째 줄`,
    encoding: "글자 방식",
    encodingAuto: "자동",
    columns: "열 고르기",
    noColumn: "없음",
    columnName: (position: string, header: string) =>
      header === "" ? `${position}열` : `${position}열 ${header}`,
    wholeCourierPick: "파일 전체 택배사",
    skipped: (parts: string) => `건너뛴 줄: ${parts}`,
    skippedEmpty: (rows: number) => `빈 줄 ${figure(rows)}`,
    skippedTitles: (rows: number) => `안내 줄 ${figure(rows)}`,
    skippedTotals: (rows: number) => `합계 줄 ${figure(rows)}`,
    skippedOtherMalls: (rows: number) => `다른 쇼핑몰 ${figure(rows)}`,
    restored: "전에 검토하던 파일이에요. 열을 다시 고르려면 파일을 다시 놓아 주세요.",
    question: "열을 골라 주세요.",
    isThisIt: (header: string, field: string) => `‘${header}’ 열이 ${field} 맞나요?`,
    samples: (values: string) => `예: ${values}`,
  },
  lineTabs: {
    label: "줄 모아 보기",
    all: "모든 줄",
    send: "발송할 줄",
    warning: "주의",
    error: "오류",
    done: "이미 처리",
    others: "다른 쇼핑몰",
  },
  othersNote: (rows: number) =>
    `다른 쇼핑몰의 ${figure(rows)}줄은 건드리지 않아요. 이 스토어의 줄만 처리해요.`,
  columns: { state: "상태", advice: "안내", pick: "고름", row: "줄" },
  sheetRow: (row: number) => `${row}줄`,
  edited: "고침",
  hiddenRow: "숨긴 줄",
  choose: (row: number) => `${row}줄 고르기`,
  chooseAll: (lines: number) => `이런 ${figure(lines)}줄 모두 고르기`,
  mustTick: "내용을 보고 고른 줄만 발송 처리해요.",
  historyWords: {
    sent: (time: string) => `${time}에 이미 발송 처리한 주문이에요.`,
    excluded: (time: string) => `${time}에 제외한 주문이에요. 다시 넣으려면 이 줄을 골라 주세요.`,
    live: (time: string) => `${time}에 대기 목록에 넣은 주문이에요.`,
    conflict: (time: string) => `${time}에 다른 값으로 넣은 주문이에요.`,
  },
  noCourier: "택배사 고르기",
  courierSearch: "택배사",
  courierSearchHint: "이름, 초성, 코드로 찾기",
  courierMine: "자주 쓰는 택배사",
  courierAll: "모든 택배사",
  courierNone: "찾는 택배사가 없어요.",
  courierAsTyped: (text: string) => `‘${text}’ 그대로 두기`,
  methodsFirst: "배송방법",
  methodsMore: "더 보기",
  forAllSame: (text: string, lines: number) => `‘${text}’ ${figure(lines)}줄 모두 바꾸기`,
  couriersAndBoxes: (couriers: [string, number][], boxes: number) =>
    [...couriers.map(([name, lines]) => `${name} ${figure(lines)}`), `${figure(boxes)}상자`].join(
      " · ",
    ),
  enqueue: {
    dispatch: (store: string, jobs: number, warnings: number) =>
      `‘${store}’ ${figure(jobs)}건 발송 처리하기${warnings > 0 ? ` (주의 ${figure(warnings)}건 포함)` : ""}`,
    confirm: (store: string, jobs: number, warnings: number) =>
      `‘${store}’ ${figure(jobs)}건 발주 확인하기${warnings > 0 ? ` (주의 ${figure(warnings)}건 포함)` : ""}`,
    stock: (store: string, jobs: number, warnings: number) =>
      `‘${store}’ ${figure(jobs)}건 재고 확인하기${warnings > 0 ? ` (주의 ${figure(warnings)}건 포함)` : ""}`,
    lookup: (store: string, jobs: number, warnings: number) =>
      `‘${store}’ ${figure(jobs)}건 상품주문번호 찾기${warnings > 0 ? ` (주의 ${figure(warnings)}건 포함)` : ""}`,
  },
  nothingToSend: "발송할 줄이 없어요. 오류 줄을 고치거나 다른 파일을 놓아 주세요.",
  replace: (jobs: number) => `${figure(jobs)}건 새 값으로 바꾸기`,
  outcome: {
    added: (jobs: number) => `${figure(jobs)}건을 대기 목록에 넣었어요.`,
    already: (jobs: number) => `이미 같은 값으로 넣은 ${figure(jobs)}건은 두 번 넣지 않았어요.`,
    conflict: (jobs: number) => `${figure(jobs)}건은 대기 목록에 다른 값으로 들어 있어요.`,
    inFlight: (jobs: number) => `${figure(jobs)}건은 지금 처리하는 중이라 바꾸지 않았어요.`,
    sent: (jobs: number) => `${figure(jobs)}건은 이미 발송 처리되어 여기에서 바꿀 수 없어요.`,
    needsTick: (jobs: number) => `${figure(jobs)}건은 고르지 않아서 남겨 두었어요.`,
  },
  undo: {
    startsIn: (ms: number) => `${spanKo(ms)} 뒤에 시작해요`,
    button: "되돌리기",
    done: (jobs: number) => `${figure(jobs)}건을 되돌렸어요. 파일은 검토 중으로 돌아왔어요.`,
    tooLate: "이미 시작해서 되돌리지 못했어요. 처리 내역에서 한 건씩 제외할 수 있어요.",
  },
  under: (total: number, done: number, held: number, left: number | undefined) =>
    [
      `${figure(total)}건 중 ${figure(done)}건 완료`,
      ...(held > 0 ? [`보류 ${figure(held)}`] : []),
      ...(left === undefined ? [] : [`약 ${spanKo(left)} 남음`]),
    ].join(" · "),
  finished: (done: number, held: number, failed: number) =>
    [
      `${figure(done)}건을 처리했어요.`,
      ...(held > 0 ? [`${figure(held)}건은 선택을 기다려요.`] : []),
      ...(failed > 0 ? [`${figure(failed)}건은 실패했어요.`] : []),
    ].join(" "),
  seeHeld: (jobs: number) => `보류 ${figure(jobs)}건 보기`,
  seeFailed: (jobs: number) => `실패 ${figure(jobs)}건 보기`,
  seeLog: "처리 내역 보기",
  allSent: (file: string) => `‘${file}’의 줄을 모두 대기 목록에 넣었어요.`,
  nothingInTab: "여기에 모을 줄이 없어요.",
  saveFailed: "고친 내용을 저장하지 못했어요. 고친 칸을 다시 살펴봐 주세요.",
  failures: {
    title: "이 파일은 쓸 수 없어요.",
    nothingChanged: "바뀐 것은 없어요.",
    tryAnother: "다른 파일 고르기",
    dismiss: "닫기",
  },
  /** By the code of reading (sheets/reading), of understanding, and of the window itself. */
  refusals: {
    empty: "파일에 내용이 없어요. 택배사 프로그램에서 다시 받아 주세요.",
    "not-a-workbook":
      "엑셀 파일이나 표로 읽을 수 없는 파일이에요. 택배사 프로그램에서 엑셀로 다시 받아 주세요.",
    "too-large": "파일이 50MB보다 커요. 날짜를 나누어 다시 받아 주세요.",
    "too-large-inside":
      "압축을 풀면 너무 커지는 파일이라 읽지 않았어요. 필요한 시트만 담아 다시 저장해 주세요.",
    "too-many-parts":
      "속에 든 조각이 너무 많은 파일이라 읽지 않았어요. 엑셀에서 다시 저장해 주세요.",
    damaged: "파일이 깨져 있어 읽을 수 없어요. 택배사 프로그램에서 다시 받아 주세요.",
    "password-needed": "비밀번호가 걸린 파일이에요.",
    "password-wrong": "비밀번호가 달라요. 한글과 영문, 대문자와 소문자를 살펴봐 주세요.",
    "password-kind-unknown":
      "이 방식의 비밀번호는 풀 수 없어요. 엑셀에서 열어 비밀번호 없이 다시 저장해 주세요.",
    "password-too-costly":
      "비밀번호를 푸는 데 너무 오래 걸리는 파일이에요. 엑셀에서 열어 비밀번호 없이 다시 저장해 주세요.",
    "too-many-rows": "줄이 20만 줄보다 많아요. 날짜를 나누어 다시 받아 주세요.",
    "too-many-columns": "열이 너무 많은 파일이에요. 필요한 열만 담아 다시 저장해 주세요.",
    "too-many-cells": "칸이 너무 많은 파일이에요. 필요한 시트와 열만 담아 다시 저장해 주세요.",
    "forbidden-content":
      "엑셀이 쓰지 않는 위험한 내용이 들어 있어 읽지 않았어요. 받은 곳에 다시 물어봐 주세요.",
    "no-sheet": "표가 있는 시트가 없어요. 다른 파일이 아닌지 살펴봐 주세요.",
    "excel-lock-file":
      "엑셀이 열어 둔 동안만 생기는 임시 파일이에요. 이름이 ~$로 시작하지 않는 원래 파일을 놓아 주세요.",
    "no-lines": "파일에 처리할 줄이 없어요. 다른 시트나 파일이 아닌지 살펴봐 주세요.",
    "other-market": "다른 쇼핑몰의 파일이라 이 스토어에는 쓸 수 없어요.",
    "file-gone": "파일을 읽을 수 없어요. 엑셀에서 닫은 뒤 다시 놓아 주세요.",
    stopped: "읽기를 멈췄어요.",
    internal: "이 파일을 읽다가 문제가 생겼어요. 엑셀에서 다시 저장한 뒤 놓아 주세요.",
  },
  otherFiles: {
    pdf: "PDF",
    image: "그림",
    hwp: "한글 문서",
    word: "워드 문서",
    powerpoint: "파워포인트",
    zip: "압축",
    archive: "압축",
    program: "프로그램",
    binary: "알 수 없는",
    numbers: "넘버스",
  },
  otherFile: (kind: string) => `${kind} 파일이에요. 택배사 프로그램에서 엑셀로 다시 받아 주세요.`,
};
