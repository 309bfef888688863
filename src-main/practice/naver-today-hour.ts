import type { Answer, Moment } from './answer';
import { errorAnswer } from './answer';
import type { Switches } from './switches';

/** 오늘출발 설정 정보 조회: its fields stand bare, without the envelope of the order calls. */
export function todayHour({ todayDispatch }: Switches, moment: Moment): Answer {
  if (todayDispatch === '401') return errorAnswer(moment, 401, 'GW.AUTHN', '요청을 보낼 권한이 없습니다.');
  if (todayDispatch === '403') return errorAnswer(moment, 403, 'ROLE_NOT_FOUND', '권한 없음');
  if (todayDispatch === 'not-set') return { status: 200, headers: {}, body: { sellerId: 'practice' } };
  const [basisHour, basisMinute] = todayDispatch.split(':').map(Number);
  return {
    status: 200,
    headers: {},
    body: { sellerId: 'practice', basisHour, basisMinute, holidayOfTheWeek: 'SUNDAY', sellerHolidays: [], reason: '' },
  };
}
