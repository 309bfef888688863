import { z } from 'zod';
import { jsonOf, messageSchema, wordSchema as word } from '../../network/answer-text';

/**
 * BrightMall's answers come flat or wrapped in {success, data, error} (resources/docs/markets/brightmall.md,
 * "Envelope"): both are read.
 */

const resultSchema = z.object({
  ord_prd_no: z.string().max(100),
  success: z.boolean(),
  code: word,
  new_status: word,
  supply_price_recorded: z.boolean().optional().catch(undefined),
  message: messageSchema,
});
export type StockResult = z.infer<typeof resultSchema>;

const flatSchema = z.object({ request_id: word, results: z.array(resultSchema) });
const wrapperSchema = z.object({ success: z.boolean().optional().catch(undefined), data: z.unknown().optional() });
const errorSchema = z.object({
  request_id: word,
  code: word,
  message: messageSchema,
  error: z
    .union([
      z.object({ code: word, message: messageSchema }),
      messageSchema.transform((message) => ({ code: undefined, message })),
    ])
    .optional()
    .catch(undefined),
});

/**
 * The results per item; undefined: not the documented JSON. Left out is what contradicts itself: an item that is a
 * success and none, and any success in a call that failed as a whole.
 */
export function parseResults(text: string): { requestId?: string; results: StockResult[] } | undefined {
  const json = jsonOf(text);
  const wrapper = wrapperSchema.safeParse(json);
  const inner = wrapper.success && wrapper.data.data ? wrapper.data.data : json;
  const parsed = flatSchema.safeParse(inner);
  if (!parsed.success) return undefined;
  const requestId = parsed.data.request_id ?? parseError(text).requestId;
  return {
    ...(requestId === undefined ? {} : { requestId }),
    results: withoutContradictions(parsed.data.results, isRefusal(text)),
  };
}

function withoutContradictions(results: readonly StockResult[], isRefused: boolean): StockResult[] {
  const [done, failed] = [true, false].map(
    (success) => new Set(results.flatMap((each) => (each.success === success ? [each.ord_prd_no] : []))),
  );
  return results.filter(
    ({ ord_prd_no: item, success }) => !(success ? isRefused || failed?.has(item) : done?.has(item)),
  );
}

/** True for {success: false, ...} without results: a refusal that came with status 200. */
export function isRefusal(text: string): boolean {
  const wrapper = wrapperSchema.safeParse(jsonOf(text));
  return wrapper.success && wrapper.data.success === false;
}

/** The words of an error, wherever they stand, and the request id for the market's support desk. */
export function parseError(text: string): { code?: string; message?: string; requestId?: string } {
  const json = jsonOf(text);
  const parsed = errorSchema.safeParse(json);
  if (!parsed.success) return {};
  const wrapper = wrapperSchema.safeParse(json);
  const inner = wrapper.success ? errorSchema.safeParse(wrapper.data.data) : undefined;
  const code = parsed.data.error?.code ?? parsed.data.code;
  const message = parsed.data.error?.message ?? parsed.data.message;
  const requestId = parsed.data.request_id ?? (inner?.success ? inner.data.request_id : undefined);
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}
