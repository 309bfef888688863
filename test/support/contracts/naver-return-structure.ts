import { z } from 'zod';

/**
 * What the NAVER documents say an answer looks like, written from that document alone (resources/docs/markets/naver.md,
 * "Return structure"): tests hold both our client and the practice market against it, so it shares no list with either
 * of them. Strict, because the document lists every member.
 */
export const documentDateTime = z.iso.datetime({ offset: true });

export const errorCodes = [
  '4000',
  '9999',
  '100001',
  '100003',
  '101009',
  '104105',
  '104116',
  '104117',
  '104118',
  '104119',
  '104120',
  '104121',
  '104122',
  '104131',
  '104133',
  '104417',
  '104441',
  '104442',
  '104443',
  '104444',
  '104445',
  '104446',
  '104138',
  '104449',
  '104450',
  '105306',
] as const;

export const failProductOrderInfo = z.strictObject({
  productOrderId: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});

export const returnStructure = z.strictObject({
  timestamp: documentDateTime.optional(),
  traceId: z.string(),
  data: z
    .strictObject({
      successProductOrderIds: z.array(z.string()).optional(),
      failProductOrderInfos: z.array(failProductOrderInfo).optional(),
    })
    .optional(),
});

/** The example at the end of the document. */
export const returnStructureExample = {
  timestamp: '2023-01-16T17:14:51.794+09:00',
  traceId: 'string',
  data: {
    successProductOrderIds: ['string'],
    failProductOrderInfos: [{ productOrderId: 'string', code: 'string', message: 'string' }],
  },
};
