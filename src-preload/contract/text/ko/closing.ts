/** What the main process asks by itself: it has no window of its own to say it in. */
export const closing = {
  appName: '발송데스크',
  /** `name`: of the switch, without its two hyphens. */
  refusedSwitch: (name: string): string =>
    `--${name}로는 시작하지 않아요. 다른 프로그램이 이 창을 조종할 수 있게 되기 때문이에요. 바로가기에 붙은 옵션을 지우고 다시 켜 주세요.`,
  title: (jobs: number): string => `아직 끝나지 않은 주문이 ${jobs.toLocaleString('ko-KR')}건 있어요.`,
  /** What of them goes on by itself, and what waits for a choice; `stores`: what other stores need. */
  detail: (underWay: number, held: number, stores: readonly string[]): string =>
    [
      ...(held === 0
        ? []
        : [
            underWay === 0
              ? '모두 선택을 기다려요. 닫아도 그대로 남아 있어요.'
              : `${(underWay + held).toLocaleString('ko-KR')}건 중 ${held.toLocaleString('ko-KR')}건은 선택을 기다려요.`,
          ]),
      ...(underWay === 0
        ? []
        : [
            `${underWay.toLocaleString('ko-KR')}건은 이 PC에 저장해 두었어요. 프로그램을 닫으면 다음에 켤 때 이어서 처리해요.`,
          ]),
      ...stores,
    ].join('\n'),
  /** How many there are cannot be read just now. */
  locked: {
    title: '다른 프로그램이 저장 파일을 쓰고 있어서 남은 주문을 확인하지 못했어요.',
    detail:
      '지금 닫아도 저장한 내용은 그대로 있어요. 답을 저장하지 못한 주문은 다음에 켤 때 등록된 내용을 먼저 조회해요.',
  },
  stay: '계속 켜 두기',
  tray: {
    choose: '창만 닫고 계속 처리하기',
  },
  leave: '프로그램 닫기',
};
