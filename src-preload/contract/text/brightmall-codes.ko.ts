import type { OwnCode } from '../codes';
import type { BrightmallCode } from '../markets/brightmall/codes';
import type { CodeWords } from './code-words';

const say = (title: string, advice: string): CodeWords => ({ title, advice });

/**
 * What BrightMall's statuses mean to a seller, and what to do (resources/docs/markets/brightmall.md, "Errors": no codes
 * are published).
 */
export const brightmallCodeWords: Record<BrightmallCode, CodeWords> = {
  'BM.400': say('BrightMall이 이 줄의 값을 읽지 못했어요.', '재고, 사유, 금액을 살펴보고 고친 뒤 다시 시도해 주세요.'),
  'BM.401': say(
    'BrightMall이 이 스토어의 연결 정보를 받아들이지 않아요.',
    '설정에서 업체 ID와 API 키를 다시 붙여 넣어 주세요. 처리하지 못한 줄은 그대로 보관하고 있어요.',
  ),
  'BM.403': say(
    'BrightMall이 이 스토어에 권한을 주지 않았어요.',
    'BrightMall 담당자에게 재고 확인 권한을 요청해 주세요. 처리하지 못한 줄은 그대로 보관하고 있어요.',
  ),
  'BM.404': say('BrightMall에 이 품목이 없어요.', '주문품목번호가 맞는지 살펴보고 파일에서 고쳐 주세요.'),
  'BM.429': say('BrightMall 속도에 맞추는 중이에요.', '남은 줄은 차례대로 이어서 처리해요. 기다리기만 하면 돼요.'),
  'BM.500': say('BrightMall에 문제가 생겼어요.', '재고 확인은 다시 해도 괜찮아서 자동으로 다시 시도해요.'),
  'BM.ITEM': say('BrightMall이 이 품목을 받지 않았어요.', '쇼핑몰이 알려 준 이유를 보고 고친 뒤 다시 시도해 주세요.'),
  INVALID_API_KEY: say(
    'BrightMall의 API 키가 맞지 않아요.',
    '설정에서 API 키를 다시 붙여 넣어 주세요. 처리하지 못한 줄은 그대로 보관하고 있어요.',
  ),
};

const repeats = say(
  'BrightMall의 답을 받지 못했어요.',
  '재고 확인은 다시 해도 괜찮아서 자동으로 다시 시도해요. 기다리기만 하면 돼요.',
);

/** Our own codes where a stock answer makes them mean something else: nothing is read, and repeating does no harm. */
export const brightmallOwnWords: Partial<Record<OwnCode, CodeWords>> = {
  'no-answer': repeats,
  'process-ended': say(
    '처리하는 중에 프로그램이 꺼졌어요.',
    '재고 확인은 다시 해도 괜찮아서 자동으로 다시 시도해요. 기다리기만 하면 돼요.',
  ),
  'in-neither-list': say(
    'BrightMall의 답에 이 품목이 없었어요.',
    '재고 확인은 다시 해도 괜찮아서 자동으로 다시 시도해요. 기다리기만 하면 돼요.',
  ),
  'refused-alone': say(
    'BrightMall이 이 줄의 값을 읽지 못했어요.',
    '재고, 사유, 금액을 살펴보고 고친 뒤 다시 시도해 주세요.',
  ),
  excluded: say('제외한 품목이에요.', 'BrightMall에 아무것도 등록하지 않았어요.'),
  declined: say('재고 확인하지 않기로 한 품목이에요.', 'BrightMall에 아무것도 등록하지 않았어요.'),
  undone: say('되돌린 품목이에요.', '시작하기 전에 되돌려서 BrightMall에 아무것도 등록하지 않았어요.'),
  replaced: say('새 답으로 바뀐 품목이에요.', '나중에 넣은 답이 대신 처리돼요.'),
  restored: say(
    '백업이나 다른 PC에서 온 품목이에요.',
    '그사이에 재고가 바뀌었을 수 있어서 멈췄어요. 답이 아직 맞으면 이어서 처리해 주세요.',
  ),
};
