import type { JobState } from '../../../src-preload/contract/job-states';
import type { RowAction } from '../../../src-preload/contract/job-rules';

/** What the seller meets when the market gives a code: where the job ends, the click its row offers first, the next step in words. */
export interface Met {
  state: JobState;
  /** Of the job at its end; the market's own unless told. */
  code?: string;
  first: RowAction | undefined;
  says: RegExp;
}

const edit = (says: RegExp): Met => ({ state: 'rejected', first: 'edit', says });
const out = (says: RegExp): Met => ({ state: 'rejected', first: 'exclude', says });
const reread = (says: RegExp): Met => ({ state: 'rejected', first: 'reread', says });
const retry = (says: RegExp): Met => ({ state: 'rejected', first: 'retry', says });

const hopeDay = /스마트스토어센터에서 배송 희망일을 먼저 고쳐 주세요/u;

/** The 26 codes of the return structure (resources/docs/markets/naver.md, "Codes"), given to a dispatch. */
export const dispatchCodes: Readonly<Record<string, Met>> = {
  '4000': edit(/살펴보고 고친 뒤 다시 시도해 주세요/u),
  '9999': retry(/다시 시도해도 같으면 문의용 번호로 네이버에 물어봐 주세요/u),
  '100001': out(/파일에서 고쳐 주세요/u),
  '100003': out(/파일에서 고쳐 주세요/u),
  '101009': out(/맞는 스토어를 고르고/u),
  '104105': edit(/발송일을 비우면/u),
  '104116': edit(/배송없음으로 바꾼 뒤/u),
  '104117': edit(/배송방법을 바꾼 뒤/u),
  '104118': edit(/택배사를 고른 뒤/u),
  '104119': edit(/다시 골라 주세요/u),
  '104120': edit(/송장번호를 넣은 뒤/u),
  '104121': edit(/송장에 찍힌 번호를 보고 고치거나/u),
  '104122': edit(/서로 맞는지 송장을 보고 고친 뒤/u),
  '104131': retry(/다시 시도해 주세요/u),
  '104133': reread(/다시 읽어 주세요/u),
  '104138': out(hopeDay),
  '104417': reread(/교환 관리에서 처리한 뒤 다시 읽어 주세요/u),
  '104441': out(hopeDay),
  '104442': reread(/등록된 내용을 다시 읽어 주세요/u),
  '104443': { state: 'rejected', first: 'confirm-then-dispatch', says: /발주 확인을 먼저 하고 이어서/u },
  '104444': out(hopeDay),
  '104445': out(hopeDay),
  '104446': out(hopeDay),
  '104449': out(hopeDay),
  '104450': out(hopeDay),
  '105306': reread(/다시 읽으면 처리됐는지 알 수 있어요/u),
  // Later than the documents at hand (resources/docs/markets/naver.md, "Codes").
  '101011': out(/이 줄은 제외해 주세요/u),
  '105308': out(/이 줄은 제외해 주세요/u),
  '104139': out(/스마트스토어센터에서 찾아 주세요/u),
  '105001': out(/스마트스토어센터에서 처리해 주세요/u),
  '105002': out(/스마트스토어센터에서 처리해 주세요/u),
};

/** The same codes given to a confirmation: there is nothing to correct in it, so what could be edited is taken out or looked at. */
export const confirmCodes: Readonly<Record<string, Met>> = {
  ...Object.fromEntries(
    Object.entries(dispatchCodes).map(([code, met]) => [code, met.first === 'edit' ? out(met.says) : met]),
  ),
  '104443': reread(/발주 확인을 먼저 하고/u),
};

/** The table of statuses in resources/docs/markets/naver.md, "Product order ids", by the status the market gives. */
export const lookupStatuses: Readonly<
  Record<string, { status: number; given?: string; met: Met } | { status: number; given?: string; pause: string }>
> = {
  '400': { status: 400, met: { state: 'rejected', code: '4000', first: 'exclude', says: /살펴보고 고친 뒤/u } },
  '404': { status: 404, met: { state: 'rejected', code: '100003', first: 'exclude', says: /주문번호가 맞는지/u } },
  '401': { status: 401, given: 'GW.AUTHN', pause: 'permission' },
  '500': { status: 500, met: { state: 'succeeded', first: undefined, says: /./u } },
};

/** What a whole call that ends with a gateway's code does to its job at once, and to its store. */
export interface Whole {
  status: number;
  /** Of the first attempt. */
  outcome: JobState;
  pause?: string;
  /** The next step in the advice. */
  says: RegExp;
}

const silent = (status: number): Whole => ({ status, outcome: 'unknown', says: /먼저 조회해요.*기다려 주세요/u });
const blocked: Whole = { status: 503, outcome: 'waiting', says: /자동으로 이어서 처리해요/u };

/** resources/docs/markets/naver.md, "Gateway errors", each as the answer to a dispatch. */
export const gatewayCodes: Readonly<Record<string, Whole>> = {
  'GW.AUTHN': {
    status: 401,
    outcome: 'waiting',
    pause: 'permission',
    says: /커머스API센터에서 상태를 보고 시크릿을 다시 복사해 붙여 넣어 주세요/u,
  },
  'GW.IP_NOT_ALLOWED': {
    status: 403,
    outcome: 'waiting',
    pause: 'ip',
    says: /지금 IP를 추가하고 저장까지 눌러 주세요/u,
  },
  'GW.NOT_FOUND': { status: 404, outcome: 'waiting', says: /새 버전으로 바꾼 뒤 다시 시도해 주세요/u },
  'GW.RATE_LIMIT': { status: 429, outcome: 'waiting', says: /기다리기만 하면 돼요/u },
  'GW.QUOTA_LIMIT': { status: 429, outcome: 'waiting', pause: 'quota', says: /하루를 넘기면 풀려요/u },
  'GW.PROXY.01': silent(500),
  'GW.PROXY.02': silent(500),
  'GW.PROXY.03': silent(500),
  'GW.PROXY.04': silent(500),
  'GW.PROXY.05': silent(500),
  'GW.INTERNAL_SERVER_ERROR': silent(500),
  'GW.BLOCK.01': blocked,
  'GW.BLOCK.02': blocked,
  'GW.TIMEOUT.01': silent(504),
  'GW.TIMEOUT.02': silent(504),
};

/**
 * resources/docs/markets/brightmall.md, "Errors": no codes are published; these are its statuses, and a no to one item.
 */
export const brightmallCodes: Readonly<
  Record<
    string,
    {
      status: number;
      given: string;
      outcome: JobState;
      ends: JobState;
      pause?: string;
      first?: RowAction;
      says: RegExp;
    }
  >
> = {
  'BM.400': {
    status: 400,
    given: 'VALIDATION_ERROR',
    outcome: 'rejected',
    ends: 'rejected',
    first: 'edit',
    says: /살펴보고 고친 뒤 다시 시도해 주세요/u,
  },
  'BM.401': {
    status: 401,
    given: 'UNAUTHORIZED',
    outcome: 'waiting',
    ends: 'succeeded',
    pause: 'secret',
    says: /다시 붙여 넣어 주세요/u,
  },
  INVALID_API_KEY: {
    status: 401,
    given: 'INVALID_API_KEY',
    outcome: 'waiting',
    ends: 'succeeded',
    pause: 'secret',
    says: /API 키를 다시 붙여 넣어 주세요/u,
  },
  'BM.403': {
    status: 403,
    given: 'FORBIDDEN',
    outcome: 'waiting',
    ends: 'succeeded',
    pause: 'permission',
    says: /권한을 요청해 주세요/u,
  },
  'BM.404': {
    status: 404,
    given: 'NOT_FOUND',
    outcome: 'rejected',
    ends: 'rejected',
    first: 'exclude',
    says: /주문품목번호가 맞는지/u,
  },
  'BM.429': {
    status: 429,
    given: 'RATE_LIMITED',
    outcome: 'waiting',
    ends: 'succeeded',
    says: /기다리기만 하면 돼요/u,
  },
  'BM.500': { status: 500, given: 'INTERNAL', outcome: 'unknown', ends: 'succeeded', says: /자동으로 다시 시도해요/u },
};
