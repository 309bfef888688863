import { z } from 'zod';
import { storeIdSchema, typedTextSchema } from '../ids';
import { none, storeOnly } from './inputs';
import { confirmFirstSchema, secretsSchema, storeSchema, storeStatusSchema, testReportSchema } from '../store';

/** Stores and their connection. */
export const storeCalls = {
  'stores-list': { input: none, output: z.array(storeSchema), failures: [] },
  'stores-save': {
    input: z.strictObject({
      id: storeIdSchema.optional(),
      label: typedTextSchema.max(60),
      /** Absent when an existing store keeps its secrets. */
      secrets: secretsSchema.optional(),
      /** The day the application was authenticated on, as far as the seller says: yyyy-MM-dd in Korea. */
      authenticatedOn: z.iso.date().optional(),
    }),
    /** With its status: the window shows a store and its connection together, or not at all. */
    output: z.strictObject({ store: storeSchema, status: storeStatusSchema }),
    failures: ['secret-form', 'same-account', 'not-found', 'secrets-needed', 'keychain-failed', 'day-unusable'],
  },
  'stores-choose': { input: storeOnly, output: none, failures: ['not-found'] },
  'stores-clear-secrets': { input: storeOnly, output: none, failures: ['not-found', 'keychain-failed'] },
  'stores-remove': { input: storeOnly, output: none, failures: ['not-found', 'unsettled', 'keychain-failed'] },
  'stores-test': { input: storeOnly, output: testReportSchema, failures: ['not-found'] },
  /** The answer to the reminder of secret-check.ts: authenticated on this day, or, without one, to be asked later. */
  'stores-checked': {
    input: z.strictObject({ storeId: storeIdSchema, authenticatedOn: z.iso.date().optional() }),
    output: none,
    failures: ['not-found', 'day-unusable'],
  },
  /** User and password for the proxy between this computer and the store's market: tried at once, used from then on only where it takes them. */
  'stores-proxy-sign-in': {
    input: z.strictObject({
      storeId: storeIdSchema,
      proxy: z.string().min(1).max(300),
      user: typedTextSchema.max(200),
      password: z.string().min(1).max(400),
    }),
    output: z.discriminatedUnion('is', [
      /** `kept`: in the keychain, and so beyond this run. */
      z.strictObject({ is: z.literal('accepted'), kept: z.boolean() }),
      /** What was known before stays in use. */
      z.strictObject({ is: z.literal('refused') }),
      /** The proxy was not asked: nothing is known of them, and what was known before stays in use. */
      z.strictObject({ is: z.literal('not-reached') }),
    ]),
    failures: ['not-found'],
  },
  'stores-pause': {
    input: z.strictObject({ storeId: storeIdSchema, paused: z.boolean() }),
    output: none,
    failures: ['not-found'],
  },
  'stores-set-confirm-first': {
    input: z.strictObject({ storeId: storeIdSchema, confirmFirst: confirmFirstSchema }),
    output: none,
    failures: ['not-found'],
  },
  /** Makes new orders in the practice market and answers them as lines of a sheet, to try the app with. */
  'practice-orders': {
    input: z.strictObject({ storeId: storeIdSchema, count: z.int().min(1).max(1000) }),
    output: z.strictObject({ fileName: z.string(), rows: z.array(z.array(z.string())) }),
    failures: ['not-found', 'not-practice'],
  },
} as const;
