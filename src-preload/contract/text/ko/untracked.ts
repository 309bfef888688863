import { figure } from '../numbers';

const weekdays = ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'] as const;

/** 11월 25일 수요일; `day` is yyyy-MM-dd. */
function dayAndWeekday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${date.getUTCMonth() + 1}월 ${date.getUTCDate()}일 ${weekdays[date.getUTCDay()] ?? ''}`;
}

/** 추적 안 됨: numbers that no courier has scanned, or that the market doubts. */
export const untracked = {
  none: '추적이 안 되는 송장번호가 없어요',
  look: (numbers: number) => `송장번호 ${figure(numbers)}개를 살펴봐 주세요`,
  today: (numbers: number) =>
    numbers === 1 ? ' · 하나는 오늘까지예요' : numbers > 1 ? ` · ${figure(numbers)}개는 오늘까지예요` : '',
  late: (numbers: number) => ` · ${figure(numbers)}개는 기한이 지났어요`,
  readAt: (time: string) => `${time}에 읽었어요 · 하루 두 번 읽어요`,
  neverRead: '하루 두 번, 9시와 13시에 읽어요',
  title: '추적 안 됨',
  rule: '영업일 2일 안에 스캔이 없으면 허위 송장으로 페널티 3점이 붙을 수 있어요',
  until: {
    today: '오늘까지',
    late: '기한 지남',
    day: (day: string) => `${dayAndWeekday(day).split(' ').at(-1) ?? ''}까지`,
    unknown: '기한 모름',
  },
  left: (time: string) => `${time} 남음`,
  daysLeft: (days: number) => `영업일 ${figure(days)}일 남음`,
  daysLate: (days: number) => `영업일 ${figure(days)}일 지남`,
  wrong: (courier: string) => (courier === '' ? '맞지 않는 송장번호예요' : `${courier}에 없는 번호예요`),
  notScanned: '아직 스캔이 없어요',
  wrongNote: (sent: string) => `${sent} 발송 처리 · 네이버가 잘못된 송장번호라고 알렸어요`,
  notScannedNote: (sent: string) => `${sent} 발송 처리 · 상자가 남아 있지 않은지 봐 주세요`,
  copyAndOpen: '번호 복사하고 센터 열기',
  mended: '고쳤어요, 다시 읽기',
  reading: '다시 읽고 있어요',
  readAgain: (time: string) => `${time}에 다시 읽었어요`,
  tracksNow: (number: string) => `${number} · 이 번호로 추적돼요`,
  stillSo: '아직 그대로예요. 네이버에 반영되기까지 시간이 걸릴 수 있어요.',
  resting: '스토어가 쉬고 있어서 읽지 못했어요. 연결되면 다시 눌러 주세요.',
  noAnswer: '네이버의 답을 받지 못했어요. 잠시 뒤에 다시 눌러 주세요.',
  days: '최근 영업일 3일',
  daysHint: '발송 처리한 날로 모았어요',
  columns: {
    day: '날',
    sent: '발송 처리',
    scanned: '스캔됨',
    notScanned: '스캔 전',
    untracked: '추적 안 됨',
    until: '기한',
  },
  dayOf: (day: string, isToday: boolean) =>
    isToday ? `오늘, ${dayAndWeekday(day).split(' ').slice(0, 2).join(' ')}` : dayAndWeekday(day),
  untilDay: (day: string, isToday: boolean) => (isToday ? '오늘' : dayAndWeekday(day)),
  jobs: (jobs: number) => `${figure(jobs)}건`,
  nothing: '없음',
  foot: '송장은 센터의 판매관리 > 배송현황관리에서 고쳐요. API에는 송장을 고치는 길이 없어요. 고친 뒤 ‘고쳤어요’를 누르면 바로 다시 읽어요.',
};
