import { z } from 'zod';

/**
 * What the documents leave open, or what differs from app to app, each as a switch: a client must hold under every
 * setting. Defaults are what was observed, else what the documents say.
 */
export const switchesSchema = z.strictObject({
  /** Calls a second and API; 2 is what own-store apps see, 1 and 10 have been seen too. */
  rate: z.number().positive().default(2),
  /** Absent: twice the rate, as documented. */
  burst: z.number().int().positive().optional(),
  /** BrightMall documents 429 but no figure; absent means no limit. */
  brightmallRate: z.number().positive().optional(),
  /** Added to the server's own clock: what its Date header and its checks of time say. */
  clockSkewMs: z.number().int().default(0),
  tokenLifeSeconds: z.number().int().positive().default(10_800),
  /** With at least this much left the same token comes back. */
  tokenKeepSeconds: z.number().int().nonnegative().default(1800),
  timestampLifeSeconds: z.number().int().positive().default(300),
  /** false: order calls answer 403 GW.IP_NOT_ALLOWED; the token call still works. */
  ipAllowed: z.boolean().default(true),
  /** false: a valid token is refused with GW.AUTHN, as for an app without the order API group. */
  permissionGranted: z.boolean().default(true),
  /**
   * penalty: one call an hour for each API, the cut for token calls that break the specification (notice of 2026-08-20).
   * watch: that cut begins with the first such token call.
   */
  quota: z.enum(['off', 'watch', 'penalty']).default('off'),
  /** 503 for everything but tokens. */
  blocked: z.enum(['no', 'circuit', 'maintenance']).default('no'),

  dispatchWithoutConfirm: z.enum(['accept', '104443']).default('accept'),
  /** Several product orders under one number that is still on its way; one of a finished parcel is always 104121. */
  sharedInvoice: z.enum(['accept', '104121']).default('accept'),
  /** Only 9999 has ever been observed. */
  reDispatchCode: z.enum(['9999', '104442', '105306']).default('9999'),
  /** An add-on shipped before the main product of its order: refused where both refuse a cancel request, or always. */
  addOnBeforeMain: z.enum(['9999-with-claims', '9999', 'accept']).default('9999-with-claims'),
  reConfirm: z.enum(['105306', 'success', 'omit']).default('105306'),
  /** One id twice in a request: every item of it refused, the whole call refused, or the first taken. */
  duplicateId: z.enum(['104131', '400', 'first']).default('104131'),
  /** 컬리넥스트마일 was renamed; whether its former code is still taken, or the new one already, is not documented. */
  kurlyCode: z.enum(['KURLY', 'FRESH', 'both']).default('KURLY'),
  unknownCompany: z.enum(['104119', '400']).default('104119'),
  /** How much of a tracking number is checked before 104122: digits and length, the check digit too, or nothing. */
  trackingCheck: z.enum(['format', 'check-digit', 'off']).default('format'),
  /** Whole days after today that `dispatchDate` may lie in; before the day of payment is always 104105. */
  dispatchDaysAhead: z.number().int().nonnegative().default(1),

  /** Whole days after today that a 발송 지연 may promise; "past or far" is refused, how far is not documented. */
  delayDaysAhead: z.number().int().nonnegative().default(90),
  delayText: z.enum(['required', 'optional']).default('required'),
  /** Whether a 발송 지연 shows as the new due date, or next to the old one. */
  delayMovesDue: z.boolean().default(true),
  /** Whether the application may agree to cancel requests; what it is answered otherwise is not documented. */
  claimApproval: z.enum(['granted', '401', '403']).default('granted'),
  /** A refund that does not come through stays CANCELING until the same call is made again. */
  refundStays: z.enum(['never', 'first', 'always']).default('never'),

  /** The guide shows `data.productOrderIds`, the published schema `data` as an array. */
  idsShape: z.enum(['nested', 'array']).default('nested'),
  unknownOrder: z.enum(['404', '400', 'empty']).default('404'),
  /** /query for another seller's product order: left out, or the whole call refused. */
  queryForeign: z.enum(['omit', '101009']).default('omit'),
  /** The hour of 오늘출발, none, or why an application may not read it; which of the two it is told is not documented. */
  todayDispatch: z
    .union([z.enum(['not-set', '401', '403']), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)])
    .default('not-set'),
  /** A courier scans a parcel so long after its dispatch; 0: never. */
  scanAfterMs: z
    .number()
    .int()
    .nonnegative()
    .default(3 * 60 * 60_000),
  /** Changes younger than this do not show in the feed yet. */
  feedLagMs: z.number().int().nonnegative().default(0),
  /** Rows of a page at most; 300 as documented. */
  feedPageRows: z.number().int().min(2).max(300).default(300),
  /**
   * How `more.moreFrom` is written: the zeros at its end left out (as reported: one decimal of a second, which the same
   * call refuses), cut to one decimal, or as the call wants it. Cut, the whole feed counts in tenths of a second.
   */
  feedMoreFrom: z.enum(['trimmed', 'one-decimal', 'exact']).default('trimmed'),
  /** One row a product order, its last change within the range, or one row a change. */
  feedRows: z.enum(['last-change', 'every-change']).default('last-change'),
  /** The rows of a page: by time as documented, or backwards. */
  feedOrder: z.enum(['by-time', 'backwards']).default('by-time'),
  /** Every nth row of a page stands in it twice; 0: none. */
  feedTwinEvery: z.number().int().nonnegative().default(0),
  /** Every nth change shows in the feed only `feedLateMs` after it was made, behind newer ones; 0: none. */
  feedLateEvery: z.number().int().nonnegative().default(0),
  feedLateMs: z.number().int().nonnegative().default(5000),
  /** Every nth change never shows; 0: none. Orders missing from the feed have been reported. */
  feedGapEvery: z.number().int().nonnegative().default(0),
  /** With nothing to tell: without `data`, as seen, or with an empty list. */
  feedEmpty: z.enum(['no-data', 'empty-list']).default('no-data'),
  brightmallEnvelope: z.enum(['flat', 'wrapped']).default('flat'),
  brightmallUnknownItem: z.enum(['fail', 'accept']).default('fail'),
});

export type Switches = z.infer<typeof switchesSchema>;
/** Any of the switches. */
export type SwitchesPatch = z.input<typeof switchesSchema>;

/** Switches from what was given; the rest at their defaults. Throws a ZodError for an unknown name or value. */
export function readSwitches(given: SwitchesPatch = {}): Switches {
  return switchesSchema.parse(given);
}

/** `current` with only the named switches changed. */
export function changeSwitches(current: Switches, patch: SwitchesPatch): Switches {
  return switchesSchema.parse({ ...current, ...patch });
}

/** The bucket's size: documented as twice the rate. */
export function burstOf(switches: Switches): number {
  return switches.burst ?? Math.max(1, Math.ceil(switches.rate * 2));
}
