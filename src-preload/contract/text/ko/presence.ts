import type { PauseCause } from '../../store';
import { figure } from '../numbers';

/** Why a store stopped by itself, in half a sentence: what a notice has room for. */
const stops: Record<Exclude<PauseCause, 'seller' | 'look-first'>, string> = {
  secret: '쇼핑몰이 연결 정보를 받아들이지 않아요.',
  ip: '쇼핑몰이 지금 IP를 허용하지 않아요.',
  permission: '애플리케이션에 권한이 없어요.',
  quota: '호출 한도를 다 썼어요.',
  bug: '프로그램이 보낸 내용을 쇼핑몰이 읽지 못했어요.',
};

/** What the app says of itself outside its window: title, tray, taskbar, notices. Counts only, never people or numbers. */
export const presence = {
  appName: '발송데스크',
  titled: (words: string) => `${words} · 발송데스크`,
  progress: (done: number, total: number) => `${figure(done)}/${figure(total)}건`,
  paused: (waiting: number) => `잠시 멈춤, ${figure(waiting)}건 대기 중`,
  tasks: (jobs: number) => `할 일 ${figure(jobs)}건`,
  tray: {
    open: '발송데스크 열기',
    tasks: (jobs: number) => `오늘 남은 일 ${figure(jobs)}건`,
    noTasks: '오늘 남은 일 없음',
    running: (done: number, total: number) => `${figure(total)}건 중 ${figure(done)}건 완료`,
    idle: '대기 목록이 비어 있어요',
    pause: '잠시 멈추기',
    goOn: '다시 시작하기',
    quit: '프로그램 닫기',
  },
  notices: {
    ended: (done: number) => `${figure(done)}건 처리했어요`,
    endedNone: '처리가 끝났어요',
    rest: (held: number, rejected: number) =>
      [
        held > 0 ? `${figure(held)}건은 선택을 기다려요.` : undefined,
        rejected > 0 ? `${figure(rejected)}건은 실패했어요.` : undefined,
      ]
        .filter(Boolean)
        .join(' '),
    allDone: '남은 일이 없어요.',
    stopped: (store: string) => `‘${store}’ 처리를 멈췄어요`,
    stops,
    kept: (jobs: number) => `${figure(jobs)}건은 그대로 보관하고 있어요.`,
    held: (jobs: number) => `${figure(jobs)}건이 선택을 기다려요`,
    heldBody: '나머지는 이어서 처리하고 있어요.',
  },
};
