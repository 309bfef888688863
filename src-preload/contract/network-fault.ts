import { z } from 'zod';

export const certificateProblems = ['untrusted', 'expired', 'not-yet-valid', 'wrong-host'] as const;

/**
 * What stands between this computer and a market that is not simply away. With each of them no byte of a request has
 * reached the market, but for `web-page`: there somebody answered in its place.
 */
export const networkFaultSchema = z.discriminatedUnion('is', [
  /** The TLS handshake ended at the server's certificate. `issuer`: who signed it, as it says itself. */
  z.strictObject({
    is: z.literal('certificate'),
    problem: z.enum(certificateProblems),
    issuer: z.string().optional(),
  }),
  /** A proxy wants a user and a password. `refused`: those that were given are not right. `proxy`: host and port. */
  z.strictObject({ is: z.literal('proxy-sign-in'), proxy: z.string(), refused: z.boolean() }),
  /** A proxy that cannot be reached, and nothing else that leads out. */
  z.strictObject({ is: z.literal('proxy-down'), proxy: z.string() }),
  /** A proxy that lets no call through to this market, or knows only ways of signing in that the app does not know. */
  z.strictObject({ is: z.literal('proxy-refused'), proxy: z.string() }),
  /** A page of the web came where the market's answer was due: the sign-in of a public network, a page that blocks. */
  z.strictObject({ is: z.literal('web-page') }),
]);
export type NetworkFault = z.infer<typeof networkFaultSchema>;
