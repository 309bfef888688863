import { figure, spanKo } from '../numbers';

/** 발송 before there is a file: the day, the place to drop on, and the last files. */
export const startOfDay = {
  today: '오늘 발송기한',
  due: (jobs: number) => `오늘 안에 ${figure(jobs)}건`,
  nothingDue: '오늘 마감할 주문이 없어요',
  late: (jobs: number) => `지난 것 ${figure(jobs)}건`,
  fetched: (time: string) => `주문은 ${time}에 가져왔어요`,
  seeOrders: '오늘 주문 보기',
  parts: {
    label: '기한까지 남은 시간',
    count: (jobs: number) => `${figure(jobs)}건`,
    late: '지남',
    lateUntil: '오늘 전까지',
    next: (time: string) => `${time}까지`,
    nextLeft: (ms: number) => `${spanKo(ms)} 남음`,
    rest: '오늘 안에',
    restUntil: '24:00까지',
  },
  dropPlace: '파일 놓는 곳',
  recent: '최근 파일',
  allDone: (jobs: number) => `${figure(jobs)}건 모두 완료`,
  partDone: (jobs: number, done: number) => `${figure(jobs)}건 중 ${figure(done)}건 완료`,
  underWay: (jobs: number, done: number) => `${figure(jobs)}건 중 ${figure(done)}건 완료, 처리하고 있어요`,
  stored: (jobs: number, done: number) => `${figure(jobs)}건 중 ${figure(done)}건 완료, 나머지는 보관 중이에요`,
  toDo: (jobs: number) => `할 일 ${figure(jobs)}건 보기`,
  dayAndTime: (day: string, time: string) => `${day} ${time}`,
  firstTime: '처음이라면',
  practiceHint: '실제 주문은 바뀌지 않아요.',
};
