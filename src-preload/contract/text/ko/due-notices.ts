import { figure } from '../numbers';

/** Notices of the system about what is due, and the same at closing: counts, never people or numbers. */
export const dueNotices = {
  title: (hour: string, count: number): string => `${hour}까지 ${figure(count)}건이 남았어요`,
  body: (store: string, withoutNumber: number): string =>
    withoutNumber === 0
      ? `‘${store}’: 오늘 보낼 주문은 모두 송장번호가 있어요. 발송 처리만 하면 돼요.`
      : `‘${store}’: 오늘 보낼 주문 중 ${figure(withoutNumber)}건은 송장번호가 없어요.`,
  evening: (count: number): string => `아직 ${figure(count)}건이 남았어요`,
  left: (store: string, today: number, withoutNumber: number): string =>
    withoutNumber === 0
      ? `‘${store}’: 오늘 안에 ${figure(today)}건을 더 보내야 해요.`
      : `‘${store}’: 오늘 안에 ${figure(today)}건을 더 보내야 하고, ${figure(withoutNumber)}건은 송장번호가 없어요.`,
  pullOutTitle: (count: number): string => `뺄 상자가 ${figure(count)}개 있어요`,
  pullOutBody: (store: string): string =>
    `‘${store}’: 번호를 넣은 뒤에 주문이 바뀌었어요. 택배 기사가 오기 전에 빼 주세요.`,
};
