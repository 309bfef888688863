import { marketOperations } from '../../market-facts';
import { noOrders, noShipments, type MarketRules } from '../../market-rules';
import { answerWords, readPrice, reasonNames, resolveAvailable, resolveReason } from './answers';
import { brightmallClickOf, isBrightmallCode } from './codes';
import { checkVendorCredentials } from './credentials';
import { memoLimit } from './limits';

/** What BrightMall takes (resources/docs/markets/brightmall.md). */
export const brightmallRules: MarketRules = {
  operations: marketOperations.brightmall,
  credentials: {
    account: 'vendorId',
    areSwapped: ({ vendorId = '', apiKey = '' }) => checkVendorCredentials(vendorId, apiKey) === 'swapped',
  },
  codes: { knows: isBrightmallCode, clickOf: (_kind, code) => brightmallClickOf(code) },
  orders: noOrders,
  shipments: noShipments,
  stock: {
    answers: answerWords,
    resolveAvailable,
    resolveReason,
    reasonNames: reasonNames.map(({ name }) => name),
    readPrice,
    memoLimit,
  },
};
