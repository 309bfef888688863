import { figure } from '../numbers';

/** Orders a number broken by Excel may have meant. */
export const nearOrders = {
  one: '앞 15자리가 같은 주문이 1건 있어요:',
  several: (orders: number) => `앞 15자리가 같은 주문이 ${figure(orders)}건 있어요. 송장을 보고 골라 주세요.`,
  order: (tail: string, recipient: string | undefined, product: string | undefined, done: boolean) =>
    [
      [`…${tail}`, ...(recipient === undefined ? [] : [recipient])].join(' '),
      ...(product === undefined ? [] : [product]),
    ].join(', ') + (done ? ' (이미 처리)' : ''),
  take: '이 주문으로 바꾸기',
  takeNamed: (order: string) => `${order}: 이 주문으로 바꾸기`,
};
