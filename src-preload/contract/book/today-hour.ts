import { z } from 'zod';

/** Until which hour orders of 오늘출발 leave the same day, as far as the market tells. */
export const todayHourSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('known'),
    /** After midnight in Korea. */
    minutes: z
      .int()
      .min(0)
      .max(24 * 60),
    /** The market's name for the day of the week on which the store is closed. */
    closedWeekday: z.string().optional(),
    /** Single days on which it is closed, in the market's answers. */
    closedDays: z.array(z.string()),
  }),
  /** The store has set none, or the application may not read it: the hour is set by hand. */
  z.strictObject({ is: z.literal('unavailable') }),
  z.strictObject({ is: z.literal('not-read') }),
]);
export type TodayHour = z.infer<typeof todayHourSchema>;
