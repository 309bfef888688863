import { marketOperations } from '../../market-facts';
import { noStock, type MarketRules } from '../../market-rules';
import { isAddOn } from './add-on';
import { bulkHeader, bulkRow, bulkSheet } from './bulk-file';
import { canBeSent } from './can-be-sent';
import { isNaverCode, naverClickOf } from './codes';
import { companyList, companyName, searchCompanies } from './companies';
import { isStatusWord, resolveCourier } from './courier-aliases';
import { checkCredentials } from './credentials';
import { naverDelayReasons } from './delays';
import { methodList, methodName, methodNeeds, methodTakesShipment, resolveMethod } from './methods';
import { hasOpenCancel, isCancelledByMarket } from './open-cancel';
import { showsShipment } from './shipped';
import { checkTracking, isRareLength, normaliseTracking, settleSuffix } from './tracking';

/** What NAVER takes (resources/docs/markets/naver.md). */
export const naverRules: MarketRules = {
  operations: marketOperations.naver,
  credentials: {
    account: 'clientId',
    areSwapped: ({ clientId = '', clientSecret = '' }) => checkCredentials(clientId, clientSecret) === 'swapped',
  },
  codes: { knows: isNaverCode, clickOf: naverClickOf },
  orders: {
    canBeSent,
    hasOpenCancel,
    isCancelledByMarket,
    showsShipment,
    isAddOn,
    delayReasons: naverDelayReasons,
    takesRefunds: true,
  },
  shipments: {
    couriers: {
      list: companyList,
      nameOf: companyName,
      search: searchCompanies,
      resolve: resolveCourier,
      isStatusWord,
    },
    methods: {
      usual: 'DELIVERY',
      list: methodList,
      nameOf: methodName,
      resolve: resolveMethod,
      needsOf: methodNeeds,
      takesShipment: methodTakesShipment,
    },
    tracking: { read: normaliseTracking, check: checkTracking, settleSuffix, isRareLength },
  },
  stock: noStock,
  bulkFile: { sheet: bulkSheet, header: bulkHeader, row: bulkRow },
};
