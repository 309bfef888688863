import type { UpdateFailureReason } from '../../updates';
import { figure } from '../numbers';
import { subject } from '../particles.ko';

/** Each in 설정 > 정보 only: what to do, and that nothing was changed. */
const failures: Record<UpdateFailureReason, string> = {
  'server-gone': '새 버전을 나눠 주는 서버가 대답하지 않아요. 내일 다시 살펴봐요.',
  'web-page':
    '서버의 답 대신 웹 페이지가 왔어요. 카페나 호텔 와이파이라면 브라우저를 열어 로그인한 뒤 다시 살펴봐 주세요.',
  'not-understood': '서버가 알려 준 새 버전 정보를 읽을 수 없어요. 내일 다시 살펴봐요.',
  'wrong-checksum': '받은 파일이 배포한 파일과 달라서 지웠어요. 지금 버전을 그대로 써요. 내일 다시 받아 봐요.',
  'no-checksum': '받을 파일이 배포한 파일과 같은지 견주어 볼 값이 없어서 받지 않았어요. 지금 버전을 그대로 써요.',
  'foreign-host': '정해진 서버가 아닌 곳으로 이어져서 받지 않았어요. 지금 버전을 그대로 써요.',
  'proxy-sign-in':
    '프록시 서버가 사용자 이름과 비밀번호를 물어요. 설정 > 스토어에서 연결 테스트를 하면 넣을 수 있어요.',
  proxy: '프록시 서버를 거쳐서는 새 버전을 나눠 주는 서버에 닿지 않아요. 네트워크 담당자에게 물어봐 주세요.',
  certificate:
    '새 버전을 나눠 주는 서버의 보안 연결을 믿을 수 없어서 받지 않았어요. 백신이나 은행 보안 프로그램이 보안 연결을 열어 보는지 살펴봐 주세요.',
  'bad-signature': '새 버전에 지금 버전과 다른 서명이 있어서 지웠어요. 지금 버전을 그대로 써요.',
  'no-room': '디스크에 자리가 없어서 받지 못했어요. 자리를 비운 뒤 다시 살펴봐 주세요.',
  'not-installed':
    '새 버전으로 바꾸지 못했어요. 지금 버전을 그대로 써요. 다시 살펴본 뒤 한 번 더 바꿔 주세요. 또 안 되면 받는 곳에서 직접 받아 설치해 주세요.',
  other: '새 버전을 살펴보지 못했어요. 내일 다시 살펴봐요.',
};

/** Newer versions of the app. */
export const updates = {
  absent: '직접 만든 프로그램이라서 새 버전을 스스로 찾지 않아요.',
  idle: '시작하고 1분 뒤에 살펴봐요.',
  off: '자동으로 살펴보지 않아요.',
  looking: '새 버전을 살펴보는 중이에요.',
  none: '가장 새 버전을 쓰고 있어요.',
  downloading: (version: string, percent: number) => `새 버전 ${version} 받는 중 · ${figure(percent)}%`,
  ready: (version: string) => `새 버전 ${subject(version)} 준비됐어요`,
  onClose: (version: string) => `프로그램을 닫을 때 ${version} 버전으로 바꿔요.`,
  byHand: (version: string) => `새 버전 ${subject(version)} 나왔어요`,
  byHandBody:
    '서명하지 않은 macOS 프로그램은 스스로 바꿀 수 없어요. 받는 곳에서 새 dmg 파일을 받아 ‘응용 프로그램’ 폴더의 발송데스크를 바꿔 주세요. 저장한 내용은 그대로 남아요.',
  failures,
  lookedAt: (time: string) => `${time}에 살펴봤어요.`,
  look: '지금 살펴보기',
  automatic: '새 버전을 자동으로 받기',
  automaticHint:
    '시작할 때와 하루에 한 번 살펴보고 받아 두어요. 바꾸는 것은 물어본 뒤에 해요. 서버에는 이 PC를 알아볼 것을 보내지 않아요.',
  open: '다시 시작해서 새 버전 쓰기',
  see: '바뀐 점 보기',
  page: '받는 곳 열기',
  later: '나중에',
  laterSaid: '내일 다시 물어봐요.',
  takes: (underWay: number) =>
    `다시 시작하는 데 10초쯤 걸려요. ${underWay === 0 ? '지금은 처리 중인 주문이 없어요.' : `처리 중인 주문 ${figure(underWay)}건은 다시 시작한 뒤 이어서 처리해요.`}`,
  files: (count: number) => `검토 중인 파일 ${figure(count)}개와 고친 것은 그대로 남아요.`,
  notes: '바뀐 점',
  noNotes: '바뀐 점을 적은 글이 없어요.',
  stopAutomatic: '자동으로 받지 않기',
  takeOnClose: '닫을 때 바꾸기',
  takingOnClose: '닫을 때 바꾸도록 적는 중이에요',
  takeNow: '지금 다시 시작하기',
  takingNow: '다시 시작하는 중이에요',
  refusals: {
    'in-flight': '지금 처리 중인 주문이 있어요. 끝난 뒤에 다시 눌러 주세요.',
    unsettled: '쇼핑몰이 받았는지 조회하고 있는 주문이 있어요. 조회가 끝난 뒤에 다시 눌러 주세요.',
    'unsaved-edits': '아직 저장하지 않은 것이 있어요. 쓰던 칸, 짝 맞추기, 접수 파일을 마친 뒤에 다시 눌러 주세요.',
    'not-ready': '새 버전이 아직 준비되지 않았어요. 설정 > 정보에서 다시 살펴봐 주세요.',
    other: '다시 시작하지 못했어요. 프로그램을 닫았다가 다시 열어 주세요.',
  },
};
