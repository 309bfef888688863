import type { KeychainState } from '../../keychain-states';
import type { MarketName } from '../../market-facts';
import { figure, spanKo } from '../numbers';

/** What the badge says of a store's connection. */
type BadgeState =
  | 'online'
  | 'untested'
  | 'offline'
  | 'silent'
  | 'clock'
  | 'barred'
  | 'trouble'
  | 'seller'
  | 'quota'
  | 'look-first';

const badges: Record<BadgeState, string> = {
  /** Said with the time of the last proof. */
  online: '연결됨',
  untested: '아직 연결 전',
  offline: '인터넷 끊김',
  silent: '쇼핑몰 답 없음',
  clock: 'PC 시계 안 맞음',
  /** A certificate, a proxy, a page of another. */
  barred: '연결 막힘',
  trouble: '설정 필요',
  quota: '호출 한도 도달',
  seller: '잠시 멈춤',
  'look-first': '먼저 살펴보기',
};

/** What is kept while a store rests; nothing is said where nothing is. */
const kept = (jobs: number): string => (jobs > 0 ? `${figure(jobs)}건은 그대로 보관하고 있어요. ` : '');
const keptOverQuota = (jobs: number): string =>
  jobs > 0
    ? `${figure(jobs)}건은 그대로 보관하고 있고, 한도가 풀리면 자동으로 이어서 처리해요.`
    : '한도가 풀리면 다시 처리할 수 있어요.';

/** Why a store rests, where the markets differ in what that means and what helps. */
const naverPauses = {
  secretTitle: '네이버가 이 스토어의 연결 정보를 받아들이지 않아요.',
  secret: (jobs: number) =>
    `시크릿이 바뀌었거나, 애플리케이션이 휴면 상태이거나, ‘주문 판매자’ API 그룹이 빠졌을 수 있어요. ${kept(jobs)}커머스API센터에서 상태를 보고 시크릿을 다시 복사해 붙여 넣어 주세요. 다른 프로그램도 같은 시크릿을 쓰면 새로 발급하지 마세요.`,
  noSecretsTitle: '이 스토어의 시크릿이 이 PC에 없어요.',
  noSecrets: (jobs: number) =>
    `시크릿을 지웠거나, 이 PC의 암호 보관함에서 찾지 못했어요. ${kept(jobs)}커머스API센터에서 시크릿을 복사해 붙여 넣으면 이어서 처리해요.`,
  permissionTitle: '이 애플리케이션에 주문 권한이 없어요.',
  permission: (jobs: number) =>
    `커머스API센터의 API 그룹에 ‘주문 판매자’가 빠져 있으면 이렇게 돼요. ${kept(jobs)}내 정보 > 내 스토어 애플리케이션 > 수정에서 API 그룹을 추가하고 저장한 뒤 다시 연결해 주세요.`,
  quotaTitle: '네이버에 보낼 수 있는 호출을 다 썼어요.',
  quota: (jobs: number) =>
    `같은 애플리케이션을 쓰는 다른 프로그램의 호출도 함께 세요. 그 프로그램이 정해진 방식을 어기면 한 시간에 한 번으로 줄고, 끄고 하루를 넘기면 풀려요. ${keptOverQuota(jobs)}`,
};
const brightmallPauses: typeof naverPauses = {
  secretTitle: 'BrightMall이 이 스토어의 연결 정보를 받아들이지 않아요.',
  secret: (jobs: number) =>
    `Vendor ID나 API 키가 바뀌었을 수 있어요. ${kept(jobs)}BrightMall 센터에서 API 키를 다시 복사해 붙여 넣어 주세요.`,
  noSecretsTitle: '이 스토어의 API 키가 이 PC에 없어요.',
  noSecrets: (jobs: number) =>
    `API 키를 지웠거나, 이 PC의 암호 보관함에서 찾지 못했어요. ${kept(jobs)}BrightMall 센터에서 API 키를 복사해 붙여 넣으면 이어서 처리해요.`,
  permissionTitle: 'BrightMall이 이 스토어에 재고 확인 권한을 주지 않았어요.',
  permission: (jobs: number) => `${kept(jobs)}BrightMall 담당자에게 재고 확인 권한을 요청한 뒤 다시 연결해 주세요.`,
  quotaTitle: 'BrightMall에 보낼 수 있는 호출을 다 썼어요.',
  quota: keptOverQuota,
};

export const shell = {
  appName: '발송데스크',
  nav: {
    label: '화면',
    send: '발송',
    log: '처리 내역',
    orders: '주문',
    stock: '재고',
    insights: '통계',
    settings: '설정',
    zoom: (percent: number) => `글자 크기 ${percent}%`,
    inReview: (files: number) => `검토 ${figure(files)}`,
    tasks: (jobs: number) => `할 일 ${figure(jobs)}`,
  },
  badges,
  badge: (store: string, words: string) => `${store} · ${words}`,
  noStore: '스토어 없음',
  /** Until the stores are known. */
  starting: '불러오는 중',
  store: '스토어',
  practiceMark: '연습',
  practiceBand: '연습 중: 실제 주문은 바뀌지 않아요',
  testAddressBand: '시험 주소',
  testAddressHint: '이 스토어는 쇼핑몰 대신 이 PC의 시험 서버에 발송 처리해요. 쇼핑몰에는 등록되지 않아요.',
  testAddressNext: '지금 추가하는 스토어는 쇼핑몰 대신 이 PC의 시험 서버에 이어져요.',
  /** What is wrong with the keychain, each with what to do: in the band or the note, and on each store's card. */
  keychain: {
    missing: {
      title: '이 PC에서 암호 보관함을 찾지 못했어요.',
      body: '시크릿은 프로그램을 끌 때까지만 기억해요. 암호 보관함(리눅스는 GNOME 키링)을 설치한 뒤 프로그램을 다시 열어 주세요.',
    },
    locked: {
      title: '이 PC의 암호 보관함이 잠겨 있어요.',
      body: '시크릿은 프로그램을 끌 때까지만 기억하고, 저장해 둔 이름은 볼 수 없지만 그대로 있어요. 잠금을 해제한 뒤 프로그램을 다시 열어 주세요.',
    },
    damaged: {
      title: '이 PC의 암호 보관함이 망가져서 저장한 값을 돌려주지 않아요.',
      body: '시크릿은 프로그램을 끌 때까지만 기억해요. 암호 보관함을 고치거나 새로 만든 뒤 프로그램을 다시 열어 주세요.',
    },
    lost: {
      title: '이 PC의 암호 보관함에 이름을 여는 열쇠가 없어요.',
      body: '전에 저장한 이름은 읽을 수 없지만 지우지 않았어요. 새 이름은 새 열쇠로 저장해요. 전에 쓰던 암호 보관함을 되돌리고 프로그램을 다시 열면 전의 이름도 다시 보여요.',
    },
  } satisfies Record<Exclude<KeychainState, 'works'>, { title: string; body: string }>,
  pause: '잠시 멈추기',
  goOn: '다시 시작하기',
  rateLimited: '네이버 속도에 맞추는 중',
  progress: '처리한 주문',
  engine: {
    empty: '대기 목록이 비어 있어요',
    queued: (jobs: number) => `${figure(jobs)}건 대기 중`,
    kept: (jobs: number) => `${figure(jobs)}건 보관 중`,
    progress: (done: number, total: number) => `${figure(total)}건 중 ${figure(done)}건`,
  },
  screenBroke: '이 화면을 그리다가 문제가 생겼어요. 저장한 내용은 그대로 있어요.',
  screenAgain: '이 화면 다시 열기',
  copy: '복사하기',
  copied: '복사했어요',
  copyFailed: '복사하지 못했어요. 한 번 더 눌러 주세요.',
  more: '자세히',
  noteRead: '읽었어요',
  leftBehind: {
    title: '지난번에는 PC가 꺼지면서 프로그램도 닫혔어요.',
    body: (underWay: number, unknown: number, held: number) =>
      [
        underWay > 0 ? `끝나지 않은 주문이 ${figure(underWay)}건 남아 있었어요.` : undefined,
        unknown > 0 ? `그중 ${figure(unknown)}건은 답을 받지 못해서 쇼핑몰에 등록된 내용을 먼저 조회해요.` : undefined,
        held > 0 ? `보류 ${figure(held)}건은 선택을 기다려요.` : undefined,
      ]
        .filter(Boolean)
        .join(' '),
  },
  callFailed:
    '프로그램 안에서 문제가 생겨 처리하지 못했어요. 저장한 내용은 그대로 있어요. 한 번 더 해 보고, 그래도 같으면 프로그램을 껐다 켜 주세요.',
  banner: {
    /** A backup, a virus scanner, a synchronised folder: it ends by itself. */
    lockedTitle: '다른 프로그램이 저장 파일을 쓰고 있어요.',
    locked: '끝나면 저절로 이어서 해요. 그동안 발송 처리와 저장은 잠시 기다려요.',
    /** The app was started with --safe. */
    safeTitle: '발송 처리를 멈춘 채로 열었어요.',
    safe: '발송 처리하기를 눌러도 이 PC에 저장만 하고, 쇼핑몰에는 아무것도 등록하지 않아요. 살펴본 뒤 발송 처리를 시작해 주세요.',
    safeLeave: '발송 처리 시작하기',
    safeLeaving: '시작하는 중이에요',
    offlineTitle: '인터넷이 끊겼어요.',
    /** What has certainly not arrived, and what may have: two kinds, two sentences. */
    offline: (notSent: number, inDoubt: number, market: string) =>
      [
        ...(notSent > 0 ? [`${figure(notSent)}건은 이 PC에 저장해 두었고, 아직 ${market}에는 등록되지 않았어요.`] : []),
        ...(inDoubt > 0
          ? [
              `${figure(inDoubt)}건은 답을 받기 전에 끊겨서 등록됐는지 아직 몰라요. 연결되면 등록된 내용을 먼저 조회해요.`,
            ]
          : []),
        '연결되면 자동으로 이어서 처리하니 PC와 프로그램을 켜 두세요.',
      ].join(' '),
    clockTitle: 'PC 시계가 맞지 않아서 네이버가 연결을 받아 주지 않아요.',
    clock: (jobs: number) =>
      `윈도우의 날짜 및 시간 설정에서 시간 자동 설정을 켜 주세요. ${kept(jobs)}시계가 맞으면 자동으로 이어서 처리해요.`,
    silentTitle: (market: string) => `${market} 쪽에서 답이 오지 않아요.`,
    silent: (jobs: number) =>
      jobs > 0
        ? `인터넷은 연결되어 있고, 쇼핑몰이 점검 중이거나 잠시 몰린 것 같아요. ${figure(jobs)}건은 이 PC에 저장해 두었어요. 다시 답하면 자동으로 이어서 처리하니 PC와 프로그램을 켜 두세요.`
        : '인터넷은 연결되어 있고, 쇼핑몰이 점검 중이거나 잠시 몰린 것 같아요. 다시 답하면 자동으로 이어서 처리해요.',
    nextProbe: (ms: number) => `${spanKo(ms)} 뒤에 연결을 다시 살펴봐요.`,
    showWaiting: '대기 목록 보기',
    ipTitle: '네이버가 지금 인터넷 주소(IP)를 허용하지 않았어요.',
    seenAddress: (address: string) => `네이버가 본 주소: ${address}`,
    ip: (jobs: number) =>
      `공유기를 다시 켰거나 휴대폰 핫스팟, VPN을 쓰면 IP가 바뀌어요. ${kept(jobs)}원래 인터넷으로 바꾸거나, 커머스API센터의 API호출 IP에 지금 IP를 추가하고 저장까지 눌러 주세요.`,
    copyIp: 'IP 복사하기',
    reconnect: '다시 연결하기',
    byMarket: { naver: naverPauses, brightmall: brightmallPauses } satisfies Record<MarketName, typeof naverPauses>,
    noTestAddressTitle: '이 스토어를 추가할 때 쓴 시험 주소가 지금은 없어요.',
    noTestAddress: (jobs: number) =>
      `시험 주소에 추가한 스토어는 그 주소가 있을 때만 처리하고, 쇼핑몰에는 아무것도 등록하지 않아요. ${kept(jobs)}`.trimEnd(),
    bugTitle: '프로그램이 보낸 내용을 쇼핑몰이 읽지 못했어요.',
    bug: (jobs: number) =>
      `같은 문제가 되풀이되지 않도록 처리를 멈췄어요. ${kept(jobs)}프로그램을 새 버전으로 바꾸거나, 처리 내역의 문의용 번호를 알려 주세요. 쇼핑몰이 고쳐졌으면 다시 연결해 주세요.`,
    sellerTitle: '잠시 멈춰 두었어요.',
    seller: (jobs: number) =>
      jobs > 0
        ? `${figure(jobs)}건이 기다리고 있어요. 다시 시작하면 이어서 처리해요.`
        : '다시 시작할 때까지 아무것도 처리하지 않아요.',
    lookFirstTitle: '먼저 살펴볼 주문이 있어요.',
    lookFirst: (jobs: number) =>
      jobs > 0
        ? `${figure(jobs)}건이 지난번에 끝나지 않았어요. 쇼핑몰에 등록된 내용을 조회하고 있으니, 대기 목록을 살펴보고 이어서 처리할지 골라 주세요.`
        : '쇼핑몰에 등록된 내용을 조회하고 있어요. 살펴볼 주문이 남지 않으면 저절로 이어서 처리해요.',
    goOnWith: (jobs: number) => `${figure(jobs)}건 이어서 처리하기`,
    since: (time: string) => `${time}부터`,
    until: (time: string) => `${time}쯤 다시 살펴봐요`,
  },
};
