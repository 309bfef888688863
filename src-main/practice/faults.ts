import { z } from 'zod';
import { apiNames } from './apis';
import type { ApiName } from './apis';

/**
 * What can go wrong with one request, as data. `applied` says whether the market did what was asked before it went
 * wrong; without an answer the client cannot know.
 */
const faultSchema = z.discriminatedUnion('kind', [
  /** Another answer instead of the market's: a gateway's code, or a page of HTML. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(200).max(599),
    code: z.string().optional(),
    message: z.string().optional(),
    bodyHtml: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    applied: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('cutBefore') }),
  z.strictObject({ kind: z.literal('cutAfter') }),
  /** Nothing more happens until control.release(); then the answer goes out, or the socket is cut. */
  z.strictObject({
    kind: z.literal('stall'),
    applied: z.boolean().default(false),
    ends: z.enum(['answered', 'cut']).default('answered'),
  }),
  z.strictObject({ kind: z.literal('slow'), ms: z.number().int().positive(), applied: z.boolean().default(true) }),
  /** Applied; the head and half of the body arrive, then the socket is cut. */
  z.strictObject({ kind: z.literal('halfBody') }),
  /** Applied; a 200 with JSON that is not the documented one. */
  z.strictObject({ kind: z.literal('wrongShape'), body: z.unknown().optional() }),
  /** Applied; these ids (or all asked for) stand in no list of the answer. */
  z.strictObject({ kind: z.literal('omitIds'), ids: z.array(z.string()).optional() }),
  /** Applied; the answer says yes to ids no one asked for. */
  z.strictObject({ kind: z.literal('foreignIds'), ids: z.array(z.string()).min(1) }),
  /** These items (or all asked for) come back with this code. */
  z.strictObject({
    kind: z.literal('itemCode'),
    code: z.string(),
    message: z.string().optional(),
    ids: z.array(z.string()).optional(),
    applied: z.boolean().default(false),
  }),
  /** Each of these items comes back with a code of its own. */
  z.strictObject({ kind: z.literal('itemCodes'), codes: z.record(z.string(), z.string()) }),
]);
export type Fault = z.infer<typeof faultSchema>;

export const faultRuleSchema = z.strictObject({
  name: z.string().optional(),
  when: z.strictObject({
    path: z.enum([...apiNames, 'any']),
    /** Counted from 1 for this rule, over the requests its path and ids fit. */
    nth: z.union([z.number().int().positive(), z.array(z.number().int().positive())]).optional(),
    every: z.number().int().positive().optional(),
    /** Only requests with one of these ids. */
    ids: z.array(z.string()).optional(),
    /** Ends after so many hits. */
    times: z.number().int().positive().optional(),
  }),
  fault: faultSchema,
});
type FaultRule = z.infer<typeof faultRuleSchema>;
/** As a test writes it, with the defaults left out. */
export type FaultRuleInput = z.input<typeof faultRuleSchema>;

export interface FaultBook {
  add(rules: readonly FaultRuleInput[]): void;
  clear(): void;
  /** The fault of the first rule that fits; counts the request for every rule it fits. */
  match(api: ApiName, ids: readonly string[]): Fault | undefined;
}

/** Keeps the fault rules in force. The first that fits wins; a rule without nth, every and times always fits. */
export function openFaultBook(): FaultBook {
  let rules: { rule: FaultRule; seen: number; hits: number }[] = [];
  return {
    add(given) {
      rules.push(...given.map((rule) => ({ rule: faultRuleSchema.parse(rule), seen: 0, hits: 0 })));
    },
    clear() {
      rules = [];
    },
    match(api, ids) {
      let found: Fault | undefined;
      for (const entry of rules) {
        const { when, fault } = entry.rule;
        if (when.path !== 'any' && when.path !== api) continue;
        if (when.ids !== undefined && !when.ids.some((id) => ids.includes(id))) continue;
        entry.seen += 1;
        if (found !== undefined || !isTurn(when, entry.seen) || entry.hits >= (when.times ?? Infinity)) continue;
        entry.hits += 1;
        found = fault;
      }
      return found;
    },
  };
}

function isTurn(when: FaultRule['when'], seen: number): boolean {
  if (when.nth !== undefined && ![when.nth].flat().includes(seen)) return false;
  return when.every === undefined || seen % when.every === 0;
}
