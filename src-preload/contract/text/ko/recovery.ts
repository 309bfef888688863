import { figure } from '../numbers';

/** What is said when a part of the program ended by itself. */
export const recovery = {
  appName: '발송데스크',
  /** Instead of the window that does not stay open. */
  stopped: {
    title: '화면이 자꾸 멈춰서 잠시 닫아 두었어요.',
    safe: '발송 처리는 멈추지 않고 계속해요. 검토하던 파일과 처리 내역도 이 PC에 그대로 있어요.',
    advice: '아래에서 화면을 다시 열어 주세요. 또 멈추면 다른 프로그램을 닫거나 PC를 껐다 켜 주세요.',
    reopen: '화면 다시 열기',
  },
  /** In the window that was opened again. */
  reopened: {
    title: '화면이 멈춰서 다시 열었어요.',
    body: (done: number, rejected: number, held: number) => {
      const parts = [
        done > 0 ? `완료 ${figure(done)}건` : undefined,
        rejected > 0 ? `실패 ${figure(rejected)}건` : undefined,
        held > 0 ? `보류 ${figure(held)}건` : undefined,
      ].filter(Boolean);
      return parts.length === 0
        ? '발송 처리는 멈추지 않았고, 그동안 새로 끝난 주문은 없어요. 검토하던 파일도 그대로예요.'
        : `발송 처리는 멈추지 않았어요. 그동안 ${parts.join(' · ')}이 새로 생겼어요.`;
    },
  },
  /** The process that draws. */
  graphics: {
    title: '화면을 그리는 부분이 멈췄다가 다시 시작됐어요.',
    body: '발송 처리는 그대로 계속해요. 화면이 이상하면 프로그램을 닫았다가 다시 열어 주세요.',
  },
  helper: {
    title: '프로그램의 일부가 멈췄다가 다시 시작됐어요.',
    body: '발송 처리는 그대로 계속해요. 이상한 점이 보이면 프로그램을 닫았다가 다시 열어 주세요.',
  },
  /** Something of ours failed where nothing was prepared for it. */
  unexpected: {
    title: '프로그램 안에서 예상하지 못한 문제가 생겼어요.',
    body: '하던 일은 계속하고, 무슨 일이었는지 기록해 두었어요. 이상한 점이 보이면 프로그램을 닫았다가 다시 열어 주세요.',
  },
  /** It happened before there was a window. */
  notStarted: '프로그램을 시작하지 못했어요. PC를 껐다 켠 뒤 다시 열어 주세요. 그래도 같으면 다시 설치해 주세요.',
};
