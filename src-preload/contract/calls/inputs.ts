import { z } from 'zod';
import { storeIdSchema } from '../ids';

/** Inputs that calls of several subjects take. */
export const none = z.strictObject({});
export const storeOnly = z.strictObject({ storeId: storeIdSchema });
