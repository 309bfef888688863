import type { SupportPart } from '../../support-report';
import { figure } from '../numbers';

const parts: Record<SupportPart, { name: string; about: string }> = {
  program: { name: '버전과 이 PC', about: '발송데스크와 운영체제의 버전' },
  log: { name: '기록', about: '최근 3일. 이름, 전화번호, 주소, 주문번호, 송장번호는 지웠어요' },
  slow: { name: '느렸던 일', about: '오래 걸린 일과 걸린 시간' },
  stores: { name: '스토어 상태', about: '연결 테스트 결과. 스토어 이름, ID, 시크릿은 없어요' },
  counts: { name: '건수와 설정', about: '상태별 건수, 바꾼 설정' },
  unread: { name: '읽지 못한 기록', about: '이 버전이 읽지 못한 기록. 글은 길이만 담았어요' },
};

/** 문제 알리기: what goes into the file, to be read before it is saved. */
export const support = {
  open: '문제 알리기',
  openHint: '도와줄 사람에게 보낼 파일을 만들어요. 무엇이 담기는지 먼저 볼 수 있고, 저절로 보내지 않아요.',
  about: '무엇을 담을지 보고 파일로 저장해요. 이 PC 밖으로는 아무것도 나가지 않아요.',
  note: '무슨 일이 있었나요?',
  noteHint: '적지 않아도 돼요. 적은 글은 그대로 담겨요.',
  parts,
  working: '담을 것을 모으고 있어요.',
  failed: '담을 것을 모으지 못했어요. 닫고 다시 눌러 주세요.',
  look: '열어 보기',
  hide: '접기',
  empty: '내용이 없어요.',
  /** Below a part that is too long to be shown whole. */
  more: '여기까지만 보여요. 파일에는 모두 담겨요.',
  size: (letters: number) => `${figure(Math.max(1, Math.ceil(letters / 1024)))}KB`,
  save: '압축 파일로 저장하기',
  fileName: '발송데스크-문제',
  saved: '압축 파일을 만들었어요.',
  close: '닫기',
};
