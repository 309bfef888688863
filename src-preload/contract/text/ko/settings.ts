import type { MarketName } from '../../market-facts';
import type { TestReport } from '../../store';
import { dayKo, spanKo } from '../numbers';

type Tick = keyof TestReport['ticks'];

const ticks: Record<Tick, string> = {
  internet: '인터넷',
  clock: 'PC 시계',
  secret: '애플리케이션 ID/시크릿',
  ip: 'API호출 IP',
  permission: 'API 그룹',
};

/** What a tick says next to its name: that it holds, or what it means that it does not. */
interface TickWords {
  yes: string;
  no: string;
}
const tickWords: Record<Tick, TickWords> = {
  internet: {
    yes: '연결되어 있어요',
    no: '쇼핑몰에 닿지 않아요. 대기 목록은 이 PC에 있고, 연결되면 이어서 처리해요.',
  },
  clock: {
    yes: '쇼핑몰 시계와 맞아요',
    no: '시각이 다르면 서명을 받지 않아요. 윈도우에서 시간 자동 설정을 켜 주세요.',
  },
  secret: {
    yes: '네이버가 받아들였어요',
    no: '둘 중 하나가 달라요. 커머스API센터에서 둘 다 다시 복사해 주세요.',
  },
  ip: {
    yes: '지금 IP를 허용하고 있어요',
    no: '허용 목록에 지금 IP가 없어요. API호출 IP에 추가하고 저장까지 눌러 주세요.',
  },
  permission: {
    yes: '주문 판매자',
    no: '‘주문 판매자’가 빠졌어요. API 그룹에 추가하고 저장해 주세요.',
  },
};

const tests: Record<TestReport['code'], string> = {
  ok: '연결됐어요. 이 스토어로 발송 처리할 수 있어요.',
  'bad-secret':
    '애플리케이션 ID나 시크릿이 맞지 않아요. 커머스API센터에서 둘 다 다시 복사해 붙여 넣어 주세요. 다른 프로그램도 같은 시크릿을 쓰면 새로 발급하지 마세요.',
  'wrong-clock': 'PC 시계가 맞지 않아요. 윈도우의 날짜 및 시간 설정에서 시간 자동 설정을 켜 주세요.',
  'ip-not-allowed':
    '지금 인터넷 주소(IP)가 허용되어 있지 않아요. 커머스API센터의 내 정보 > 내 스토어 애플리케이션 > 수정 > API호출 IP에서 지금 IP를 추가하고, 저장까지 눌러 주세요.',
  'permission-missing':
    '주문 권한이 없어요. 커머스API센터의 내 정보 > 내 스토어 애플리케이션 > 수정 > API 그룹에서 ‘주문 판매자’를 추가하고 저장해 주세요.',
  'no-connection': '쇼핑몰에 연결되지 않아요. 인터넷 연결을 살펴본 뒤 다시 눌러 주세요.',
  quota: '호출 한도를 다 썼어요. 한도가 풀린 뒤에 다시 눌러 주세요.',
  'market-trouble': '쇼핑몰이 제대로 답하지 못하고 있어요. 잠시 뒤에 다시 눌러 주세요.',
  'no-secrets': '저장된 시크릿이 없어요. 시크릿 바꾸기를 눌러 넣어 주세요.',
  'no-test-address':
    '이 스토어를 추가할 때 쓴 시험 주소가 지금은 없어요. 시험 주소를 정하고 프로그램을 다시 열어 주세요.',
};

/** What BrightMall's store is asked for instead: a vendor id and an API key, and neither an address nor a clock. */
const brightmallTicks: Partial<Record<Tick, string>> = {
  internet: '인터넷',
  secret: 'Vendor ID/API 키',
  permission: '재고 확인 권한',
};

const brightmallTickWords: Partial<Record<Tick, TickWords>> = {
  secret: {
    yes: 'BrightMall이 받아들였어요',
    no: '둘 중 하나가 달라요. BrightMall 센터에서 둘 다 다시 복사해 주세요.',
  },
  permission: { yes: '재고 확인', no: '재고 확인 권한이 없어요. BrightMall 담당자에게 요청해 주세요.' },
};

const brightmallTests: Partial<Record<TestReport['code'], string>> = {
  ok: '연결됐어요. 이 스토어로 재고 확인할 수 있어요.',
  'bad-secret': 'Vendor ID나 API 키가 맞지 않아요. BrightMall 센터에서 둘 다 다시 복사해 붙여 넣어 주세요.',
  'permission-missing': '재고 확인 권한이 없어요. BrightMall 담당자에게 권한을 요청한 뒤 다시 눌러 주세요.',
  quota: 'BrightMall이 지금은 호출을 더 받지 않아요. 잠시 뒤에 다시 눌러 주세요.',
  'no-secrets': '저장된 API 키가 없어요. API 키 바꾸기를 눌러 넣어 주세요.',
};

const naverSecret = {
  change: '시크릿 바꾸기',
  clear: '시크릿 지우기',
  clearAsk: (store: string) => `‘${store}’의 시크릿을 이 PC에서 지울까요?`,
  cleared: '시크릿을 지웠어요.',
  saved: (account: string, day: string) => `${account} · 시크릿 저장 ${day}`,
  none: '시크릿 없음',
};
const brightmallSecret: typeof naverSecret = {
  change: 'API 키 바꾸기',
  clear: 'API 키 지우기',
  clearAsk: (store: string) => `‘${store}’의 API 키를 이 PC에서 지울까요?`,
  cleared: 'API 키를 지웠어요.',
  saved: (account: string, day: string) => `${account} · API 키 저장 ${day}`,
  none: 'API 키 없음',
};

/** One step of connecting a store; `shows` is what stands beneath it. */
export interface ConnectStep {
  title: string;
  body: string;
  shows?: 'center' | 'address' | 'pair';
}

export const settings = {
  title: '설정',
  sectionList: '설정 항목',
  /** Names of the list at the left; a card whose heading says the same takes it from here. */
  sections: { stores: '스토어', sending: '발송 처리', keep: '개인정보 보관' },
  stores: '스토어',
  empty: '연결된 스토어가 없어요. 연습용 스토어로 먼저 써 보거나 내 스마트스토어를 연결해 주세요.',
  add: '스토어 연결하기',
  chosen: '지금 쓰는 스토어',
  choose: '이 스토어 쓰기',
  practice: '연습용',
  ignoredVariables: (names: string) => `안전하지 않은 환경 변수는 쓰지 않아요: ${names}`,
  testAddress: (address: string) => `시험 주소 ${address}에 추가한 스토어예요. 쇼핑몰에는 아무것도 등록하지 않아요.`,
  practiceAbout: '이 PC 안에서만 움직이는 연습용 쇼핑몰이에요. 마음껏 눌러 봐도 실제 주문은 바뀌지 않아요.',
  markets: { naver: '네이버 스마트스토어', brightmall: 'BrightMall' } satisfies Record<MarketName, string>,
  market: '쇼핑몰',
  label: '스토어 이름',
  labelHint: '이 프로그램에서 알아볼 이름이에요. 예: 하늘상점',
  clientId: '애플리케이션 ID',
  clientSecret: '애플리케이션 시크릿',
  vendorId: 'Vendor ID',
  apiKey: 'API 키',
  show: '보이기',
  hide: '가리기',
  save: '저장하고 연결 테스트하기',
  pasteBoth: '함께 복사했다면 아무 칸에나 붙여 넣어 주세요. 알아서 나눠 넣어요.',
  addressUnknown: 'IP를 모르면 건너뛰어도 돼요. 첫 연결 테스트에서 네이버가 알려 줘요.',
  saving: '저장하는 중',
  leave: '그만두기',
  saved: '저장했어요. 연결을 살펴보고 있어요.',
  changeAbout: '대기 목록과 처리 내역은 그대로 남아요.',
  clearMore: '다시 넣을 때까지 이 스토어는 처리하지 않아요. 대기 목록과 처리 내역은 그대로 남아요.',
  keep: '그대로 두기',
  remove: '스토어 빼기',
  removeAsk: (store: string) => `‘${store}’ 스토어를 이 프로그램에서 뺄까요?`,
  removeMore: '이 스토어의 시크릿도 함께 지워요. 쇼핑몰의 스토어는 그대로예요.',
  removeYes: '스토어 빼기',
  test: '연결 테스트하기',
  testing: '연결을 살펴보는 중이에요.',
  testedAt: (time: string) => `${time}에 살펴봤어요.`,
  untested: '아직 연결해 보지 않았어요.',
  tickStates: { yes: '됨', no: '안 됨', unknown: '아직 모름' },
  /** Ticks, results and secrets, each market in its own words; a tick without words does not concern it. */
  byMarket: {
    naver: { ticks, tickWords, tests, secret: naverSecret },
    brightmall: {
      ticks: brightmallTicks,
      tickWords: { ...tickWords, ...brightmallTickWords },
      tests: { ...tests, ...brightmallTests },
      secret: brightmallSecret,
    },
  } satisfies Record<
    MarketName,
    {
      ticks: Partial<Record<Tick, string>>;
      tickWords: typeof tickWords;
      tests: typeof tests;
      secret: typeof naverSecret;
    }
  >,
  tickUntested: '아직 살펴보지 않았어요',
  tickAfter: (failed: string) => `${failed} 다음에 살펴봐요`,
  /** `ms`: how far the PC's clock is ahead of the market's. */
  clockApart: (ms: number) =>
    Math.abs(ms) < 10_000
      ? `${(Math.abs(ms) / 1000).toFixed(1)}초 차이`
      : `PC 시계가 쇼핑몰보다 ${spanKo(Math.abs(ms))} ${ms > 0 ? '빨라요' : '느려요'}`,
  ipMissing: (ip: string) => `지금 IP ${ip} · 허용 목록에 없어요. API호출 IP에 추가하고 저장까지 눌러 주세요.`,
  formFits: '모양이 맞아요',
  movedSecret: '시크릿이라서 시크릿 칸에 넣었어요.',
  takes: '10분쯤 걸려요. 한 번만 하면 돼요.',
  pasteTitle: '두 값을 한 번에 붙여넣기',
  keptWhere: '이 PC의 암호 보관함에만 저장하고, 다시 보여 주지 않아요.',
  yourAddress: '이 PC의 IP',
  addressFrom: '네이버가 연결 테스트에서 알려 준 주소예요.',
  copyIp: 'IP 복사하기',
  openCenter: { naver: '커머스API센터 열기', brightmall: 'BrightMall 센터 열기' } satisfies Record<MarketName, string>,
  steps: {
    naver: {
      title: '커머스API센터에서 이렇게 해요',
      steps: [
        {
          title: '커머스API센터에 통합매니저로 로그인',
          body: '내 정보 > 내 스토어 애플리케이션 > 수정',
          shows: 'center',
        },
        { title: 'API호출 IP에 이 PC의 IP 추가', body: 'API호출 IP > 추가, 그다음 저장까지 눌러요', shows: 'address' },
        { title: 'API 그룹에 ‘주문 판매자’가 있는지 보기', body: '없으면 같은 화면에서 추가하고 저장해요' },
        {
          title: 'ID와 시크릿을 복사해서 붙여넣기',
          body: '시크릿은 ‘보기’를 누르면 나와요. 새로 발급하면 다른 프로그램의 연결이 끊겨요.',
          shows: 'pair',
        },
      ],
    },
    brightmall: {
      title: 'BrightMall에서 이렇게 받아요',
      steps: [
        { title: 'Vendor ID와 API 키 받기', body: 'BrightMall 담당자나 개발자 센터에서 받아요', shows: 'center' },
        { title: '둘 다 복사해서 붙여넣기', body: 'API 키는 bm_로 시작해요', shows: 'pair' },
      ],
    },
  } satisfies Record<MarketName, { title: string; steps: ConnectStep[] }>,
  check: {
    /** Days are yyyy-MM-dd in Korea; `until`: when the authentication ends, where that is known. */
    title: (store: string, until: string | undefined, today: string) =>
      until === undefined
        ? `‘${store}’의 애플리케이션을 살펴볼 때가 됐어요.`
        : `‘${store}’의 네이버 인증이 ${dayKo(until, today)}에 ${until < today ? '끝났어요' : '끝나요'}.`,
    body: (until: string | undefined, today: string) =>
      until !== undefined && until < today
        ? '커머스API센터에서 통합매니저가 인증을 다시 받은 뒤, 그날을 넣어 주세요. 인증이 끝나면 발송 처리가 멈춰요.'
        : '인증은 받은 날부터 180일 동안이에요. 그 전에 커머스API센터에서 통합매니저가 인증을 다시 받아 주세요. 인증이 끝나거나 애플리케이션이 휴면이 되면 발송 처리가 멈춰요.',
    looked: '오늘 다시 인증받았어요',
    later: '일주일 뒤에 알리기',
    checkedAnswer: '오늘부터 180일로 다시 세요.',
    laterSaid: '일주일 뒤에 다시 알려요.',
    day: '네이버 인증을 받은 날',
    dayHint: '180일 뒤에 끝나요. 그 전에 알려 줘요.',
    until: (day: string, today: string) =>
      day < today
        ? `네이버 인증은 ${dayKo(day, today)}에 끝났어요. 다시 받았으면 그날을 넣어 주세요.`
        : `네이버 인증은 ${dayKo(day, today)}에 끝나요. 30일 전부터 알려요.`,
    unknown: (day: string, today: string) =>
      `인증을 받은 날을 몰라서 시크릿을 저장한 날부터 세요. ${dayKo(day, today)}부터 알려요.`,
    saved: '인증을 받은 날을 저장했어요.',
    unusable: '인증을 받은 날은 2020년부터 오늘까지로 넣어 주세요.',
  },
  confirmFirst: '발주 확인 전 주문을 만나면',
  confirmFirstChoices: {
    ask: '물어보기',
    always: '발주 확인하고 이어서 처리하기',
    never: '실패로 남겨 두기',
  },
  /** By the faults of contract/markets/*\/credentials.ts. */
  faults: {
    'id-empty': '애플리케이션 ID를 넣어 주세요.',
    'secret-empty': '시크릿을 넣어 주세요.',
    swapped: '애플리케이션 ID 칸에 시크릿이 들어 있는 것 같아요. 서로 바꿔 넣어 주세요.',
    'secret-form': '시크릿은 $2a$로 시작해요. ID와 바꿔 넣지 않았나요?',
    'secret-cut': '시크릿이 끝까지 복사되지 않은 것 같아요. 복사 단추로 다시 복사해 주세요.',
    'id-form': '애플리케이션 ID의 모양이 달라요. 빈칸 없이 다시 복사해 주세요.',
    'vendor-empty': 'Vendor ID를 넣어 주세요.',
    'key-empty': 'API 키를 넣어 주세요.',
    'vendor-swapped': 'Vendor ID 칸에 API 키가 들어 있는 것 같아요. 서로 바꿔 넣어 주세요.',
    'key-form': 'API 키는 bm_로 시작해요. Vendor ID와 바꿔 넣지 않았나요?',
    'vendor-form': 'Vendor ID의 모양이 달라요. 빈칸 없이 다시 복사해 주세요.',
  },
  failures: {
    'secret-form': '시크릿의 모양이 맞지 않아요. 커머스API센터에서 다시 복사해 붙여 넣어 주세요.',
    'same-account': '이미 연결한 애플리케이션이에요. 아래 그 스토어에서 시크릿 바꾸기를 눌러 주세요.',
    'not-found': '이 스토어를 찾을 수 없어요.',
    'secrets-needed': '빈칸을 모두 채워 주세요.',
    'keychain-failed': '이 PC의 암호 보관함에 저장하지 못했어요. 암호 보관함을 잠금 해제한 뒤 다시 눌러 주세요.',
    'day-unusable': '인증을 받은 날은 2020년부터 오늘까지로 넣어 주세요.',
    unsettled: '아직 끝나지 않은 주문이 있어서 뺄 수 없어요. 처리 내역에서 먼저 정리해 주세요.',
    other: '처리하지 못했어요. 잠시 뒤에 다시 눌러 주세요.',
  },
  book: {
    title: '주문 목록',
    daysBack: '처음 가져올 기간',
    daysBackOf: (days: number) => `지난 ${days}일`,
    daysBackHint: '주문 목록을 처음 채울 때 이만큼 지난 주문부터 가져와요.',
    every: '주문을 가져오는 간격',
    everyOf: (minutes: number) => `${minutes}분마다`,
    everyHint: '처리할 주문이 있을 때는 1분 30초마다 가져와요.',
    keep: '이름과 주소 보관 기간',
    keepOf: (days: number) => (days === 0 ? '배송이 끝나면 바로 지우기' : `배송이 끝나고 ${days}일`),
    keepHint: '주문 목록의 받는 분, 전화번호, 주소, 메모를 이 기간이 지나면 지워요.',
    todayHour: '오늘출발 마감 시각',
    todayFromMarket: (hour: string, closed: string | undefined) =>
      `${hour} · 네이버에서 가져왔어요.${closed === undefined ? '' : ` 쉬는 요일: ${closed}`}`,
    todayFromMarketHint:
      '스마트스토어센터에서 바꾸면 하루 안에 다시 가져와요. 오늘출발 주문의 발송기한을 이 시각으로 세요.',
    weekdays: {
      MONDAY: '월요일',
      TUESDAY: '화요일',
      WEDNESDAY: '수요일',
      THURSDAY: '목요일',
      FRIDAY: '금요일',
      SATURDAY: '토요일',
      SUNDAY: '일요일',
    },
    todayHourHint:
      '스마트스토어센터에서 정한 오늘출발 기준 시각이에요. 넣으면 오늘출발 주문의 발송기한을 이 시각으로 세요.',
    todayHourClear: '마감 시각 지우기',
  },
  program: '프로그램',
  undo: '되돌리기 시간',
  undoSeconds: (seconds: number) => (seconds === 0 ? '바로 시작하기' : `${seconds}초`),
  undoHint: '누른 뒤 이 시간 안에는 한 번에 되돌릴 수 있어요.',
  keepPersonal: '개인정보 보관 기간',
  days: '일',
  keepPersonalHint: '받는 분, 연락처, 주소는 이 기간이 지나면 지워요. 처리 내역은 남아요.',
  remember: '택배사 이름 기억하기',
  rememberHint: '한 번 골라 준 택배사 이름은 다음 파일에서 묻지 않아요.',
  forgetPasswords: '기억한 파일 비밀번호 지우기',
  forgotPasswords: '기억한 파일 비밀번호를 모두 지웠어요.',
  appearance: {
    title: '화면',
    zoom: '글자 크기',
    zoomHint: 'Ctrl++ / Ctrl+− / Ctrl+0',
    zooms: { 1: '보통', 1.15: '크게', 1.3: '아주 크게' },
    theme: '테마',
    themeHint: '시스템을 따르면 밤에 어두워져요.',
    themes: { system: '시스템', light: '밝게', dark: '어둡게' },
  },
  openLogFolder: '기록 폴더 열기',
  openLogFolderHint: '프로그램이 한 일과 문제를 적어 둔 파일이 있어요. 이름, 전화번호, 주소, 시크릿은 적지 않아요.',
  memory: {
    title: '기억한 답',
    about: '한 번 골라 준 것은 다음 파일에서 묻지 않아요. 잊으면 다시 물어봐요.',
    none: '아직 기억한 답이 없어요. 파일을 검토하면서 골라 준 것을 여기에서 볼 수 있어요.',
    couriers: (names: number) => `택배사 이름 ${names}개`,
    courier: (name: string, courier: string) => `‘${name}’ = ${courier}`,
    columns: (sheets: number) => `열을 골라 준 양식 ${sheets}개`,
    takeAll: (sheets: number) => `한 상자에 항상 모두 담는 양식 ${sheets}개`,
    sheet: (headers: string, more: number) => (more > 0 ? `${headers} 외 ${more}개 열` : headers),
    forget: '잊기',
    forgetThis: (what: string) => `${what} 잊기`,
    forgot: '잊었어요. 다음 파일에서 다시 물어봐요.',
  },
};
