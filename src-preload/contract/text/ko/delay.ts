import { longestDelayText } from '../../delay-reasons';
import type { DelayProblem } from '../../check/check-delay';
import { figure } from '../numbers';

/** 발송 지연: reason, day and text, for one order or many. */
export const delay = {
  open: '발송 지연',
  openFor: (jobs: number) => `${figure(jobs)}건 발송 지연`,
  title: (jobs: number) => `${figure(jobs)}건을 늦게 보낸다고 알릴까요?`,
  warning: '약속한 날까지 발송하지 않으면 벌점 2점이 붙어요. 이미 등록한 발송 지연이 있으면 새 날짜로 바뀌어요.',
  leftOut: (jobs: number) =>
    `${figure(jobs)}건은 빼고 등록해요. 발주 확인 전이거나 취소 요청이 있거나 이미 발송 처리한 주문이에요.`,
  reason: '사유',
  until: '언제까지 보낼까요?',
  text: '구매자에게 보일 안내',
  textHint: '예: 주문이 몰려 입고를 기다리고 있어요. 월요일에 보낼게요.',
  problems: {
    reason: '사유를 골라 주세요.',
    'text-missing': '안내를 적어 주세요.',
    'text-long': `안내는 ${figure(longestDelayText)}자까지 적을 수 있어요.`,
    'day-past': '오늘이나 그 뒤의 날짜를 골라 주세요.',
    'day-far': '날짜가 너무 멀어요. 다시 골라 주세요.',
  } satisfies Record<DelayProblem, string>,
  send: (jobs: number) => `${figure(jobs)}건 발송 지연 등록하기`,
  cancel: '그만두기',
  added: (jobs: number) => `${figure(jobs)}건의 발송 지연을 대기 목록에 넣었어요.`,
  refused: (jobs: number) => `${figure(jobs)}건은 지금 상태로는 등록할 수 없어요.`,
  undo: '되돌리기',
};
