import { z } from 'zod';
import { bookKeepDays } from './keep-days';

export const bookSettingsSchema = z.strictObject({
  /** How many days back a first reading goes. */
  daysBack: z.int().min(1).max(60),
  /** Between two readings while nothing is to be sent. */
  everyMinutes: z.int().min(2).max(120),
  keepPersonalDays: z.literal(bookKeepDays),
  /** The seller has chosen how long; until then the window asks once. */
  keepChosen: z.boolean(),
  /** 오늘출발: minutes after midnight in Korea, where the seller has set the hour. */
  todayMinutes: z
    .int()
    .min(0)
    .max(24 * 60)
    .optional(),
});
export type BookSettings = z.infer<typeof bookSettingsSchema>;
