import { z } from 'zod';

export const settingsSchema = z.strictObject({
  /** 되돌리기 시간, 0 to 30 s */
  undoSeconds: z.int().min(0).max(30),
  /** 개인정보 보관 기간 */
  keepPersonalDays: z.int().min(1).max(365),
  rememberCouriers: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;
