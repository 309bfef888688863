import type { JobKind } from '../../job-states';
import { figure, spanKo } from '../numbers';

const didWords: Readonly<Record<JobKind, string>> = {
  dispatch: '발송 처리했어요',
  confirm: '발주 확인했어요',
  stock: '재고 확인했어요',
  lookup: '찾았어요',
  delay: '발송 지연으로 알렸어요',
  refund: '환불했어요',
};

/** 69건, 58상자를; without boxes the jobs alone. */
const jobsAndBoxes = (jobs: number, boxes: number | undefined): string =>
  boxes === undefined || boxes === 0 ? `${figure(jobs)}건을` : `${figure(jobs)}건, ${figure(boxes)}상자를`;

/** A span as a time left is said: no finer than it is known. */
function roughly(seconds: number): string {
  if (seconds < 60) return `약 ${seconds}초`;
  const minutes = Math.floor(seconds / 60);
  return seconds % 60 === 0 || minutes >= 10 ? `약 ${minutes}분` : `약 ${minutes}분 ${seconds % 60}초`;
}

/** From the press to the end: the sentence, the bar, and what is read out. */
export const run = {
  adding: (jobs: number) => `${figure(jobs)}건을 대기 목록에 넣고 있어요`,
  /** Said while the store rests, or the app was started with --safe: it does not begin in a moment. */
  stored: (jobs: number, boxes: number | undefined) => `${jobsAndBoxes(jobs, boxes)} 대기 목록에 넣었어요`,
  stands: (jobs: number) => `${figure(jobs)}건 대기 중`,
  beginsLater: '발송 처리를 시작하면 이어서 처리해요',
  soon: (jobs: number, boxes: number | undefined) => `${jobsAndBoxes(jobs, boxes)} 곧 시작해요`,
  notYet: (market: string) => `아직 ${market}에는 등록되지 않았어요`,
  startsIn: (ms: number, jobs: number) => `${spanKo(ms)} 뒤 ${figure(jobs)}건 시작`,
  waits: '시작 대기',
  going: (all: number, done: number) => `${figure(all)}건 중 ${figure(done)}건 완료`,
  goOn: '다른 일을 해도 돼요. 끝나면 알려 줘요.',
  left: (jobs: number) => `${figure(jobs)}건 남음`,
  bar: '처리한 주문',
  inSeconds: roughly,
  pace: (perMinute: number) =>
    perMinute >= 60
      ? `1초에 ${figure(Math.round(perMinute / 60))}건`
      : `1분에 ${figure(Math.max(1, Math.round(perMinute)))}건`,
  /** Why nothing moves; where the store rests, what its badge says (shell.ts). */
  rests: {
    safe: '발송 처리 멈춤',
    asked: '쇼핑몰의 답을 기다려요',
    again: '나중에 다시 시도해요',
  },
  did: (kind: JobKind, jobs: number, boxes: number | undefined) => `${jobsAndBoxes(jobs, boxes)} ${didWords[kind]}`,
  dayIsDone: '오늘 마감은 끝났어요',
  held: (jobs: number) => `${figure(jobs)}건은 선택을 기다려요`,
  failed: (jobs: number) => `${figure(jobs)}건은 실패했어요`,
  out: (jobs: number) => `${figure(jobs)}건 제외`,
  took: (time: string, ms: number) => `${time} · ${spanKo(ms)} 걸렸어요`,
  inOrder: '처리하는 순서',
  topToBottom: '위에서 아래로',
  registered: (time: string) => `${time} 등록`,
  found: '주문을 찾았어요',
  seeLog: '처리 내역 보기',
  nextFile: '다음 파일 검토하기',
  pickFile: '파일 고르기',
  listed: (file: string, jobs: number) => `${file}, ${figure(jobs)}건`,
  tasks: '선택을 기다리는 주문',
  leftLines: '이 파일에 남은 줄',
  said: {
    start: (jobs: number) => `${figure(jobs)}건 처리를 시작했어요.`,
    part: (all: number, ended: number) => `${figure(all)}건 중 ${figure(ended)}건을 처리했어요.`,
    firstHold: (jobs: number) => `${figure(jobs)}건은 선택을 기다려요.`,
    end: (done: number, held: number, failed: number) =>
      [
        `${figure(done)}건을 처리했어요.`,
        ...(held > 0 ? [`${figure(held)}건은 선택을 기다려요.`] : []),
        ...(failed > 0 ? [`${figure(failed)}건은 실패했어요.`] : []),
      ].join(' '),
  },
};
