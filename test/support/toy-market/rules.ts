import { noOrders, noStock } from '../../../src-preload/contract/market-rules';
import type { MarketRules } from '../../../src-preload/contract/market-rules';

const couriers = [
  { code: 'OWL', name: '올빼미배달' },
  { code: 'KITE', name: '가오리연' },
];
const nameOf = (code: string): string | undefined => couriers.find((each) => each.code === code)?.name;
const form = /^[A-Z]-\d{3}$/u;

/** What the toy market takes: couriers, methods, numbers and credentials that no other market has. */
export const toyRules: MarketRules = {
  operations: ['dispatch'],
  credentials: {
    account: 'shopName',
    areSwapped: ({ shopName = '', password = '' }) => shopName.startsWith('pw-') && !password.startsWith('pw-'),
  },
  codes: { knows: (code) => code.startsWith('TOY.'), clickOf: () => 'edit' },
  orders: noOrders,
  shipments: {
    couriers: {
      list: couriers,
      nameOf,
      search: () => couriers,
      resolve(written) {
        const found = couriers.find(({ name }) => name === written);
        if (found !== undefined) return { is: 'code', code: found.code, by: 'name' };
        return { is: 'unknown', suggestions: couriers.map(({ code }) => code) };
      },
      isStatusWord: (text) => text === '아직',
    },
    methods: {
      usual: 'QUICK_SVC',
      list: [{ code: 'QUICK_SVC', name: '두루미', common: true }],
      nameOf: (method) => (method === 'QUICK_SVC' ? '두루미' : method),
      resolve: (text) => (text === '두루미' ? 'QUICK_SVC' : undefined),
      needsOf: () => ({ courier: true, trackingNumber: true }),
      takesShipment: () => true,
    },
    tracking: {
      read: (text) =>
        text === ''
          ? { is: 'empty' }
          : form.test(text)
            ? { is: 'number', number: `${text}000`, fixed: true }
            : /^[A-Z]-\d{6}$/u.test(text)
              ? { is: 'number', number: text, fixed: false }
              : { is: 'words', text, inside: [] },
      check: (courier, number) => ({
        length: number.startsWith(courier.charAt(0)) ? 'ok' : 'wrong',
        certain: true,
        digit: 'none',
        fits: [],
      }),
      settleSuffix: () => false,
      isRareLength: () => false,
    },
  },
  stock: noStock,
};
