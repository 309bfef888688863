import type { UnreadSource } from '../../unread';
import { figure } from '../numbers';

/** 읽지 못한 기록: what each kind is called, and what to do about it. */
export const unread = {
  title: '읽지 못한 기록',
  count: (records: number) => `읽지 못한 기록 ${figure(records)}건`,
  body: '더 새로운 버전이 적었거나 파일 일부가 손상되어 이 버전에서 읽지 못했어요. 지우거나 바꾸지 않고 그대로 두었고, 다른 주문은 평소처럼 처리해요. 이 PC에 새 버전을 설치하면 다시 읽을 수도 있어요.',
  sources: {
    job: '상품주문',
    store: '스토어',
    import: '파일',
    line: '파일의 줄',
    batch: '함께 넣은 묶음',
    order: '주문 조회',
    history: '지난 기록',
    setting: '설정',
  },
  advice: {
    job: '여기에서는 발송 처리하지 않아요. 쇼핑몰 판매자센터에서 이 주문이 발송 처리됐는지 보고, 안 됐으면 그곳에서 처리해 주세요.',
    store:
      '이 스토어의 주문은 처리하지 않아요. 쇼핑몰 판매자센터에서 오늘 보낼 주문을 처리하거나, 백업으로 되돌려 주세요.',
    import: '검토 중이던 파일이면 택배사에서 받은 파일을 다시 놓아 주세요.',
    line: '이 줄이 있는 파일을 다시 놓아 주세요.',
    batch: '되돌리기를 할 수 없어요. 넣은 주문은 처리 내역에서 한 건씩 제외할 수 있어요.',
    order: '주문번호를 다시 조회해도 바뀌지 않아요. 쇼핑몰 판매자센터에서 봐 주세요.',
    history: '주문의 지금 상태에는 영향이 없어요.',
    setting: '기본값으로 쓰고 있어요. 설정에서 다시 골라 주세요.',
  },
  madeOn: (day: string) => `${day}에 만든 기록`,
} as const satisfies {
  title: string;
  count: (records: number) => string;
  body: string;
  sources: Record<UnreadSource, string>;
  advice: Record<UnreadSource, string>;
  madeOn: (day: string) => string;
};
