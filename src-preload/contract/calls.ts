import { z } from 'zod';
import { endedRestores } from './backup';
import { backupCalls } from './backup-calls';
import { diagnosticsCalls } from './diagnostics-calls';
import { startTroubles } from './start-troubles';
import { batchIdSchema, importIdSchema, instantSchema, storeIdSchema, typedTextSchema } from './ids';
import { keychainStates } from './keychain-states';
import { jobKindSchema, jobValuesSchema } from './job';
import { earlierUseSchema, earlierJobSchema, lineFieldSchema, lineSchema } from './line';
import { linesPerChunk } from './chunks';
import { fileCalls } from './file-calls';
import { sheetReadingSchema, importSchema, memorySchema } from './import';
import { nearOrderFields, prefixesPerQuestion } from './near-orders';
import { keptDigitsSchema, nearOrderSchema, orderRowSchema } from './orders';
import { ordersPerQuestion } from './chunks';
import { settingsSchema } from './settings';
import { addOutcomeSchema } from './actions';
import { logCalls } from './log-calls';
import type { CallName } from './names';
import { rememberedKinds, rememberedSchema } from './remembered';
import {
  confirmFirstSchema,
  leftBehindSchema,
  secretsSchema,
  storeSchema,
  storeStatusSchema,
  testReportSchema,
} from './store';

interface Call {
  input: z.ZodType;
  output: z.ZodType;
  failures: readonly string[];
}

const none = z.strictObject({});
const storeOnly = z.strictObject({ storeId: storeIdSchema });
const importOnly = z.strictObject({ importId: importIdSchema });
const importedFile = z.strictObject({
  storeId: storeIdSchema,
  fileName: z.string().min(1).max(255),
  operation: jobKindSchema,
  /** sha-256 of the bytes, hex: the same file again is recognised. */
  digest: z.string().length(64),
});
const begunImport = z.strictObject({
  importId: importIdSchema,
  seenBefore: z.strictObject({ at: instantSchema, fileName: z.string(), sent: z.int() }).optional(),
});

/**
 * Every call the window can make: name -> input, output, failures of its own.
 * `bad-input`, `not-our-window` and `internal` can be answered to any call.
 */
export const calls = {
  'app-start': {
    input: none,
    output: z.strictObject({
      version: z.string(),
      platform: z.string(),
      stores: z.array(storeSchema),
      chosen: storeIdSchema.optional(),
      statuses: z.array(storeStatusSchema),
      settings: settingsSchema,
      memory: memorySchema,
      keychain: z.enum(keychainStates),
      /** true: BALSONG_*_URL replaces a market's address */
      testAddress: z.boolean(),
      /** Variables of the environment that are set and not followed. */
      ignoredVariables: z.array(z.string()),
      /** A restore that an earlier run could not end was ended at this start. */
      endedRestore: z.enum(endedRestores).optional(),
      /** The system ended the last run. */
      leftBehind: leftBehindSchema.optional(),
    }),
    /** Why the database cannot be used; each has a screen. Nothing else can be called then. */
    failures: startTroubles,
  },
  'stores-list': { input: none, output: z.array(storeSchema), failures: [] },
  'stores-save': {
    input: z.strictObject({
      id: storeIdSchema.optional(),
      label: typedTextSchema.max(60),
      /** Absent when an existing store keeps its secrets. */
      secrets: secretsSchema.optional(),
    }),
    /** With its status: the window shows a store and its connection together, or not at all. */
    output: z.strictObject({ store: storeSchema, status: storeStatusSchema }),
    failures: ['secret-form', 'same-account', 'not-found', 'secrets-needed', 'keychain-failed'],
  },
  'stores-choose': { input: storeOnly, output: none, failures: ['not-found'] },
  'stores-clear-secrets': { input: storeOnly, output: none, failures: ['not-found', 'keychain-failed'] },
  'stores-remove': { input: storeOnly, output: none, failures: ['not-found', 'unsettled', 'keychain-failed'] },
  'stores-test': { input: storeOnly, output: testReportSchema, failures: ['not-found'] },
  /** The answer to the reminder of secret-check.ts: looked after now, or to be asked later. */
  'stores-checked': {
    input: z.strictObject({ storeId: storeIdSchema, looked: z.boolean() }),
    output: none,
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
  'settings-set': { input: settingsSchema, output: none, failures: [] },
  ...fileCalls,
  'imports-begin': { input: importedFile, output: begunImport, failures: ['not-found'] },
  /**
   * A whole file whose lines fit into one chunk, in one commit: what imports-begin, imports-put-lines and imports-finish
   * do one after the other. With an `importId` the lines take the place of what that draft held.
   */
  'imports-keep': {
    input: importedFile.extend({
      importId: importIdSchema.optional(),
      reading: sheetReadingSchema,
      lines: z.array(lineSchema).max(linesPerChunk),
    }),
    output: begunImport.extend({ earlierJobs: z.array(earlierJobSchema), earlierUses: z.array(earlierUseSchema) }),
    failures: ['not-found'],
  },
  /** Adds or replaces lines of a draft; answers what is known of their targets and numbers from before. */
  'imports-put-lines': {
    input: z.strictObject({
      importId: importIdSchema,
      /** true: what the draft held before goes (a column was chosen anew). */
      startOver: z.boolean().optional(),
      lines: z.array(lineSchema).max(linesPerChunk),
    }),
    output: z.strictObject({ earlierJobs: z.array(earlierJobSchema), earlierUses: z.array(earlierUseSchema) }),
    failures: ['not-found'],
  },
  'imports-finish': {
    input: z.strictObject({
      importId: importIdSchema,
      reading: sheetReadingSchema,
      operation: jobKindSchema,
      storeId: storeIdSchema,
    }),
    output: none,
    failures: ['not-found'],
  },
  'imports-list': { input: none, output: z.array(importSchema), failures: [] },
  'imports-lines': {
    input: z.strictObject({ importId: importIdSchema, afterRow: z.int().nonnegative() }),
    output: z.strictObject({
      lines: z.array(lineSchema).max(linesPerChunk),
      earlierJobs: z.array(earlierJobSchema),
      earlierUses: z.array(earlierUseSchema),
    }),
    failures: ['not-found'],
  },
  'imports-drop': { input: importOnly, output: none, failures: ['not-found'] },
  'outbox-add': {
    input: z.strictObject({
      importId: importIdSchema,
      storeId: storeIdSchema,
      /** Only replace jobs of the same target that are queued, waiting or held; other lines stay under review. */
      replace: z.boolean().optional(),
      /** The lines go into the seller's 일괄발송 file: kept as jobs the app does not send. */
      byFile: z.boolean().optional(),
    }),
    output: addOutcomeSchema,
    failures: ['not-found', 'nothing-to-send'],
  },
  /** Jobs without a sheet: pasted numbers to confirm, one stock answer changed in the grid. */
  'outbox-add-targets': {
    input: z.strictObject({
      storeId: storeIdSchema,
      jobs: z
        .array(z.strictObject({ target: typedTextSchema.max(100), values: jobValuesSchema }))
        .min(1)
        .max(10_000),
    }),
    output: addOutcomeSchema,
    failures: ['not-found'],
  },
  'outbox-undo': {
    input: z.strictObject({ batchId: batchIdSchema }),
    output: z.strictObject({ takenBack: z.int().nonnegative(), importId: importIdSchema.optional() }),
    failures: ['too-late', 'not-found'],
  },
  /** What is known of order numbers, or of the watched ones; `fresh`: their product orders are read first. */
  'orders-rows': {
    input: z.strictObject({
      storeId: storeIdSchema,
      orderIds: z.array(typedTextSchema.max(100)).max(ordersPerQuestion).optional(),
      fresh: z.boolean().optional(),
    }),
    output: z.strictObject({
      rows: z.array(orderRowSchema),
      /** Why the states are not fresh: something is to be sent first, or the store rests. */
      unread: z.enum(['busy', 'resting']).optional(),
    }),
    failures: ['not-found'],
  },
  /** Of these orders, or of the watched ones: the product orders that can be dispatched, and how many are being cancelled. */
  'orders-to-send': {
    input: z.strictObject({
      storeId: storeIdSchema,
      orderIds: z.array(typedTextSchema.max(100)).max(ordersPerQuestion).optional(),
      fresh: z.boolean(),
    }),
    output: z.strictObject({
      lines: z.array(z.strictObject({ id: z.string(), orderId: z.string(), name: z.string().optional() })),
      cancelAsked: z.int().nonnegative(),
    }),
    failures: ['not-found'],
  },
  /** Known orders whose numbers begin with what Excel has left of broken ones; only prefixes that some order has. */
  'orders-near': {
    input: z.strictObject({
      storeId: storeIdSchema,
      field: z.enum(nearOrderFields),
      prefixes: z.array(keptDigitsSchema).min(1).max(prefixesPerQuestion),
    }),
    output: z.strictObject({
      near: z.array(z.strictObject({ prefix: keptDigitsSchema, orders: z.array(nearOrderSchema).min(1).max(10) })),
    }),
    failures: ['not-found'],
  },
  'orders-watch': {
    input: z.strictObject({ storeId: storeIdSchema, orderId: z.string().min(1).max(100), watched: z.boolean() }),
    output: none,
    failures: ['not-found'],
  },
  /** Lookups that are not answered yet. */
  'orders-progress': { input: storeOnly, output: z.strictObject({ open: z.int().nonnegative() }), failures: [] },
  /** Takes out the lookups of pasted numbers that were not asked yet; those of a sheet go on. */
  'orders-stop': { input: storeOnly, output: z.strictObject({ stopped: z.int().nonnegative() }), failures: [] },
  /** Product orders whose buyer changed the address, until the seller has looked. */
  'orders-addresses': {
    input: storeOnly,
    output: z.strictObject({
      changed: z.array(
        z.strictObject({
          target: z.string(),
          at: instantSchema,
          recipient: z.string().optional(),
          /** The product and its option. */
          name: z.string().optional(),
        }),
      ),
    }),
    failures: [],
  },
  /** The seller has looked at the new address: what was held for it goes on. */
  'orders-address-seen': {
    input: z.strictObject({ storeId: storeIdSchema, target: z.string().min(1).max(100) }),
    output: none,
    failures: [],
  },
  ...logCalls,
  'mappings-remember': {
    input: z.strictObject({
      courier: z.strictObject({ spelling: z.string().min(1).max(100), code: z.string().min(1).max(50) }).optional(),
      columns: z
        .strictObject({
          signature: z.string().min(1).max(5000),
          columns: z.partialRecord(lineFieldSchema, z.int().nonnegative()),
        })
        .optional(),
    }),
    output: none,
    failures: [],
  },
  /** Everything remembered, to look at and to forget one by one. */
  'memory-list': { input: none, output: rememberedSchema, failures: [] },
  /** Named as they are listed; what is not there any more is no failure. */
  'memory-forget': {
    input: z.strictObject({ what: z.enum(rememberedKinds), name: z.string().min(1).max(20_000) }),
    output: none,
    failures: [],
  },
  /** Makes new orders in the practice market and answers them as lines of a sheet, to try the app with. */
  'practice-orders': {
    input: z.strictObject({ storeId: storeIdSchema, count: z.int().min(1).max(1000) }),
    output: z.strictObject({ fileName: z.string(), rows: z.array(z.array(z.string())) }),
    failures: ['not-found', 'not-practice'],
  },
  /** Opens one of our fixed pages in the browser; the window names it, main knows the address. */
  'support-open': {
    input: z.strictObject({ page: z.enum(['commerce-api-center', 'smartstore-center', 'brightmall-center']) }),
    output: none,
    failures: [],
  },
  ...backupCalls,
  ...diagnosticsCalls,
} as const satisfies Record<CallName, Call>;

export type Calls = typeof calls;
export type CallInput<Name extends CallName> = z.input<Calls[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]['output']>;
export const commonFailures = ['bad-input', 'not-our-window', 'internal'] as const;
export type CallFailure<Name extends CallName> = Calls[Name]['failures'][number] | (typeof commonFailures)[number];
