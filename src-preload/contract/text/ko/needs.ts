import type { StoreNeed } from '../../store-need';
import { figure } from '../numbers';

const names: Record<Exclude<StoreNeed['is'], 'tasks'>, string> = {
  trouble: '설정 필요',
  quota: '호출 한도 도달',
  'look-first': '먼저 살펴보기',
  silent: '쇼핑몰 답 없음',
  clock: 'PC 시계 안 맞음',
  offline: '인터넷 끊김',
  barred: '연결 막힘',
  seller: '잠시 멈춤',
};

const sentences: Record<Exclude<StoreNeed['is'], 'tasks'>, string> = {
  trouble: '설정이 필요해서 멈춰 있어요.',
  quota: '호출 한도를 다 써서 기다리고 있어요.',
  'look-first': '먼저 살펴볼 주문이 있어요.',
  silent: '쇼핑몰의 답을 기다리고 있어요.',
  clock: 'PC 시계가 맞지 않아서 기다리고 있어요.',
  offline: '인터넷이 끊겨서 기다리고 있어요.',
  barred: '쇼핑몰로 가는 연결이 막혀서 기다리고 있어요.',
  seller: '잠시 멈춰 두었어요.',
};

/** What a store needs, said where another store is looked at. */
export const needs = {
  names,
  sentences,
  tasks: (jobs: number): string => `할 일 ${figure(jobs)}`,
  tasksSentence: (jobs: number): string => `할 일이 ${figure(jobs)}건 있어요.`,
  others: '다른 스토어',
  evening: {
    title: '오늘 마치기 전에 봐 주세요',
    waiting: (store: string, jobs: number): string => `‘${store}’: ${figure(jobs)}건이 아직 끝나지 않았어요.`,
  },
};

/** Next to the store's name: in the list of stores, the navigation and the title of the window. */
export function needBeside(store: string, need: StoreNeed): string {
  return `${store} · ${need.is === 'tasks' ? needs.tasks(need.jobs) : names[need.is]}`;
}

/** In a sentence of its own: at closing, and in the evening. */
export function needSentence(store: string, need: StoreNeed): string {
  return `‘${store}’: ${need.is === 'tasks' ? needs.tasksSentence(need.jobs) : sentences[need.is]}`;
}
