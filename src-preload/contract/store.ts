import { z } from 'zod';
import { batchIdSchema, instantSchema, storeIdSchema, typedTextSchema } from './ids';
import { countsSchema } from './job';
import { confirmFirstChoices, markets, tickNames } from './market-facts';
import type { MarketName } from './market-facts';
import { networkFaultSchema } from './network-fault';

export const marketSchema = z.enum(markets);

export const confirmFirstSchema = z.enum(confirmFirstChoices);
export type ConfirmFirst = z.infer<typeof confirmFirstSchema>;

export const pauseCauses = ['secret', 'ip', 'permission', 'quota', 'bug', 'seller', 'look-first'] as const;
export const pauseSchema = z.strictObject({
  cause: z.enum(pauseCauses),
  since: instantSchema,
  until: instantSchema.optional(),
  /** The market's code, or the address it saw. */
  detail: z.string().optional(),
});
export type Pause = z.infer<typeof pauseSchema>;
export type PauseCause = Pause['cause'];

/** One account at one market. Its secrets are in the keychain; `hasSecrets` is all the window ever learns of them. */
export const storeSchema = z.strictObject({
  id: storeIdSchema,
  market: marketSchema,
  label: z.string().min(1),
  practice: z.boolean(),
  /** Public half of the credentials: client id or vendor id. */
  accountId: z.string(),
  /** Asked in the place of the market for as long as the store exists; absent: the market itself. */
  testAddress: z.string().optional(),
  hasSecrets: z.boolean(),
  secretSavedAt: instantSchema.optional(),
  /** The day the seller authenticated the application on, and the day that ends: yyyy-MM-dd in Korea (secret-check.ts). */
  authenticatedOn: z.iso.date().optional(),
  authenticatedUntil: z.iso.date().optional(),
  /** From then on the seller is reminded to authenticate the application again (secret-check.ts). */
  checkFrom: instantSchema.optional(),
  confirmFirst: confirmFirstSchema,
});
export type Store = z.infer<typeof storeSchema>;

/** Credentials on their way in; they never come back out. */
const secretFields = {
  naver: z.strictObject({
    market: z.literal('naver'),
    clientId: typedTextSchema.max(200),
    clientSecret: typedTextSchema.max(200),
  }),
  brightmall: z.strictObject({
    market: z.literal('brightmall'),
    vendorId: typedTextSchema.max(200),
    apiKey: typedTextSchema.max(400),
  }),
} as const satisfies Record<MarketName, z.ZodType<{ market: MarketName }>>;
export const secretsSchema = z.discriminatedUnion('market', [secretFields.naver, secretFields.brightmall]);
export type Secrets = z.infer<typeof secretsSchema>;

export const connectionStates = ['online', 'offline', 'paused'] as const;
export const connectionStateSchema = z.enum(connectionStates);

/** `wrong-clock`: the market takes no signature of this computer's time, even after it has said its own. */
export const offlineCauses = ['no-line', 'no-word', 'wrong-clock'] as const;

export const testCodes = [
  'ok',
  'bad-secret',
  'wrong-clock',
  'ip-not-allowed',
  'permission-missing',
  'no-connection',
  'quota',
  'market-trouble',
  'no-secrets',
  'no-test-address',
] as const;
export const testReportSchema = z.strictObject({
  code: z.enum(testCodes),
  /** yes, no, or not reached because an earlier tick failed. */
  ticks: z.record(z.enum(tickNames), z.enum(['yes', 'no', 'unknown'])),
  /** Local clock minus market clock. */
  skewMs: z.int().optional(),
  address: z.string().optional(),
  marketCode: z.string().optional(),
  message: z.string().optional(),
  traceId: z.string().optional(),
  /** With `no-connection` and `market-trouble`: what stands in between, where that is known. */
  fault: networkFaultSchema.optional(),
});
export type TestReport = z.infer<typeof testReportSchema>;

/** What a store of a test address is said to miss while this run has no such address. */
export const withoutTestAddress: TestReport = {
  code: 'no-test-address',
  ticks: { internet: 'unknown', clock: 'unknown', secret: 'unknown', ip: 'unknown', permission: 'unknown' },
};

/** The last test of a store, and when it ended. */
export const storeTestSchema = z.strictObject({ at: instantSchema, report: testReportSchema });
export type StoreTest = z.infer<typeof storeTestSchema>;

/** Everything the window shows about a store all the time. */
export const storeStatusSchema = z.strictObject({
  storeId: storeIdSchema,
  connection: connectionStateSchema,
  pause: pauseSchema.optional(),
  /** While offline: since when, and when the next probe is. */
  offlineSince: instantSchema.optional(),
  nextProbeAt: instantSchema.optional(),
  /** While offline: whether there is no way to the market, or it is reached and gives no word (maintenance, silence). */
  offlineCause: z.enum(offlineCauses).optional(),
  /** While offline: what is known to stand in between, where it is no plain outage. */
  fault: networkFaultSchema.optional(),
  /** When the market last answered this store as one of its own; absent: nothing is proven. */
  provenAt: instantSchema.optional(),
  lastTest: storeTestSchema.optional(),
  /** The market does not let this application agree to cancel requests. */
  refundsRefused: z.literal(true).optional(),
  /** The pacer is holding calls back; calm, no remark. */
  rateLimited: z.boolean(),
  counts: countsSchema,
  /** Of the held ones: those in the seller's 일괄발송 file, about which nothing is to be decided. */
  filed: z.int().nonnegative(),
  /** Records that this version of the app cannot read, of this store or of none: in no count, and never sent. */
  unread: z.int().nonnegative(),
  /** Counted since the outbox was last empty. */
  progress: z.strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative() }),
  /** The fresh batch that can still be taken back. */
  undo: z.strictObject({ batchId: batchIdSchema, until: instantSchema, count: z.int().positive() }).optional(),
});
export type StoreStatus = z.infer<typeof storeStatusSchema>;

/** What was not settled when the system ended the app: shut down, restarted, logged off. Over all stores. */
export const leftBehindSchema = z.strictObject({
  at: instantSchema,
  /** All that goes on, those of unknown outcome among them. */
  underWay: z.int().nonnegative(),
  unknown: z.int().nonnegative(),
  /** What waits for the seller. */
  held: z.int().nonnegative(),
});
export type LeftBehind = z.infer<typeof leftBehindSchema>;
