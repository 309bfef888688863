import { z } from 'zod';
import { addOutcomeSchema, letGoSchema, lookSchema } from '../actions';
import { pullOutBoxSchema } from '../book/pull-outs';
import { bookItemSchema } from '../book/list';
import { bookOrderSchema, bookRowSchema } from '../book/row';
import { bookSettingsSchema } from '../book/settings';
import { todayHourSchema } from '../book/today-hour';
import { bookFilters, bookTabs } from '../book/tabs';
import { rowsPerBookPage, rowsPerExportChunk } from '../chunks';
import { instantSchema, storeIdSchema, typedTextSchema } from '../ids';
import { jobSchema } from '../job';
import { none, storeOnly } from './inputs';

const count = z.int().nonnegative();
const word = z.string().min(1).max(2_000).optional();
const exportedOrderSchema = z.strictObject({
  productOrderId: z.string().min(1).max(100),
  orderId: word,
  packageNumber: word,
  status: word,
  claim: word,
  isConfirmed: z.boolean(),
  hasNumber: z.boolean(),
  product: word,
  option: word,
  quantity: count.optional(),
  recipient: word,
  phones: z.array(z.string().min(1).max(100)).max(5),
  zipCode: word,
  address: word,
  memo: word,
  dueAt: instantSchema.optional(),
  paidAt: instantSchema.optional(),
});

/** The order book: the open orders of a store as the market last told them. */
export const bookCalls = {
  /** Reads the market's change feed now. `begun` is answered at once; `book-changed` says how it goes on. */
  'book-refresh': {
    input: storeOnly,
    output: z.strictObject({ is: z.enum(['begun', 'under-way']) }),
    /** `no-feed`: its market tells of no changes. */
    failures: ['not-found', 'no-feed'],
  },
  /** A list by due date, or what a search finds: a name's beginning, a phone's last four digits, a number's beginning. */
  'book-page': {
    input: z.strictObject({
      storeId: storeIdSchema,
      /** Absent: all that is open; with a search, all of the book. */
      tab: z.enum(bookTabs).optional(),
      filter: z.enum(bookFilters).optional(),
      search: typedTextSchema.max(100).optional(),
      offset: count,
      limit: z.int().min(1).max(rowsPerBookPage),
    }),
    output: z.strictObject({ rows: z.array(bookRowSchema), total: count }),
    failures: ['not-found'],
  },
  /** The same list with a head for each part of it, by due dates; a search has none. `orders`: all that match, folded ones too. */
  'book-list': {
    input: z.strictObject({
      storeId: storeIdSchema,
      tab: z.enum(bookTabs).optional(),
      filter: z.enum(bookFilters).optional(),
      search: typedTextSchema.max(100).optional(),
      /** Keys of heads whose product orders are not listed. */
      folded: z.array(z.string().max(40)).max(50),
      offset: count,
      limit: z.int().min(1).max(rowsPerBookPage),
    }),
    output: z.strictObject({ items: z.array(bookItemSchema), total: count, orders: count }),
    failures: ['not-found'],
  },
  /** Confirms every new product order that can be confirmed now, through the outbox. */
  'book-confirm-new': { input: storeOnly, output: addOutcomeSchema, failures: ['not-found'] },
  /**
   * Orders of the market's own export, taken into the book: new ones are added, of known ones what is missing is filled in,
   * and nothing the market itself told later is changed. Answers how many are new.
   */
  'book-import': {
    input: z.strictObject({
      storeId: storeIdSchema,
      orders: z.array(exportedOrderSchema).min(1).max(rowsPerExportChunk),
    }),
    output: z.strictObject({ added: count }),
    failures: ['not-found'],
  },
  /** Everything of one order: its product orders, what changed about them, and what was done with them here. */
  'book-order': {
    input: z.strictObject({ storeId: storeIdSchema, orderId: z.string().min(1).max(100) }),
    output: z.strictObject({ productOrders: z.array(bookOrderSchema), jobs: z.array(jobSchema) }),
    failures: ['not-found'],
  },
  /** The band and the tabs. */
  'book-counts': {
    input: storeOnly,
    output: z.strictObject({
      /** Due today and still to be sent. */
      today: count,
      /** Of today's and of the late ones: those without a number. */
      withoutNumber: count,
      late: count,
      /** Still to be sent, with a number that the market does not have yet. */
      notRegistered: count,
      /** New ones that can be confirmed, and are not in the queue for it. */
      toConfirm: count,
      /** The next moment of today at which something is due, and how much of it. */
      next: z.strictObject({ at: instantSchema, count }).optional(),
      /** What the late ones cost by now. */
      points: count,
      tabs: z.record(z.enum(bookTabs), count),
      isUnderWay: z.boolean(),
      /** When a reading came to the feed's end last; absent: never. */
      filledAt: instantSchema.optional(),
      /** Why the last reading ended before that: the store rests, or the market gave no answer. */
      trouble: z.enum(['resting', 'no-answer', 'refused']).optional(),
      /** The kept table of public holidays covers this year no longer: only Saturdays and Sundays are known. */
      holidaysUnknown: z.boolean(),
    }),
    failures: ['not-found'],
  },
  /** Boxes of which something changed after they got their number, and that the seller has not decided about. */
  'book-pull-outs': {
    input: storeOnly,
    output: z.strictObject({ boxes: z.array(pullOutBoxSchema) }),
    failures: ['not-found'],
  },
  /** The seller has pulled a box out, or put it back; that is logged, and nothing of it goes out for that. */
  'book-pulled': {
    input: z.strictObject({
      storeId: storeIdSchema,
      productOrderIds: z.array(z.string().min(1).max(100)).min(1).max(500),
      isPulled: z.boolean(),
    }),
    output: none,
    failures: [],
  },
  /**
   * The seller has looked at what changed about orders of a box, as far as it was found until `through`: what was held for
   * it goes on, unless something was found since. `undo`: the id to take that back by (`log-take-back`).
   */
  'book-seen': {
    input: z.strictObject({
      storeId: storeIdSchema,
      looks: z.array(lookSchema).min(1).max(500),
    }),
    output: letGoSchema,
    failures: [],
  },
  /** Reads these product orders at the market now, and takes them into the book. `resting`: the store rests, or is paused. */
  'book-reread': {
    input: z.strictObject({
      storeId: storeIdSchema,
      productOrderIds: z.array(z.string().min(1).max(100)).min(1).max(300),
    }),
    output: z.strictObject({ is: z.enum(['read', 'resting', 'no-answer']) }),
    failures: ['not-found'],
  },
  /** Of the last three business days: what was dispatched, what couriers have scanned, and until when they may. */
  'book-scans': {
    input: storeOnly,
    output: z.strictObject({
      days: z.array(
        z.strictObject({ day: z.string(), until: z.string(), sent: count, scanned: count, untracked: count }),
      ),
      /** When they were read last; absent: never. */
      readAt: instantSchema.optional(),
    }),
    failures: ['not-found'],
  },
  'book-today-hour': { input: storeOnly, output: todayHourSchema, failures: [] },
  'book-settings': { input: none, output: bookSettingsSchema, failures: [] },
  'book-settings-set': { input: bookSettingsSchema, output: none, failures: [] },
} as const;
