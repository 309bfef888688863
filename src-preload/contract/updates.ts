import { z } from 'zod';

/** Why no update was found or taken. */
export const updateFailureReasons = [
  /** The server of the releases does not answer, or not as it should. */
  'server-gone',
  /** A page of the web came in its place. */
  'web-page',
  /** What the server says of the new version cannot be read. */
  'not-understood',
  'wrong-checksum',
  'no-checksum',
  /** Led to a server that is not on the list. */
  'foreign-host',
  'proxy-sign-in',
  'proxy',
  'certificate',
  /** Signed by someone else than this version. */
  'bad-signature',
  'no-room',
  /** Its installer was started, and this version is still there. */
  'not-installed',
  'other',
] as const;
export type UpdateFailureReason = (typeof updateFailureReasons)[number];

/** What changed, a sentence each; `heading` where a list of the CHANGELOG begins. Plain text. */
export const updateNoteSchema = z.strictObject({ text: z.string().max(600), isHeading: z.boolean() });
export type UpdateNote = z.infer<typeof updateNoteSchema>;
export const mostUpdateNotes = 200;

const found = {
  version: z.string().max(60),
  notes: z.array(updateNoteSchema).max(mostUpdateNotes),
  /** To be asked about now: it was neither put off for today nor agreed to, and new versions are looked for by themselves. */
  asks: z.boolean(),
};

/** How far the search for a newer version is. */
export const updateStateSchema = z.discriminatedUnion('is', [
  /** This program was not installed from a release: it has no server to ask. */
  z.strictObject({ is: z.literal('absent') }),
  z.strictObject({ is: z.literal('idle') }),
  z.strictObject({ is: z.literal('looking') }),
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({ is: z.literal('downloading'), version: z.string(), percent: z.int().min(0).max(100) }),
  /** Downloaded and checked. `onClose`: the seller agreed that it takes the place of this version when the app closes. */
  z.strictObject({ is: z.literal('ready'), ...found, onClose: z.boolean() }),
  /** There is one that this installation cannot take by itself. */
  z.strictObject({ is: z.literal('by-hand'), ...found }),
  z.strictObject({ is: z.literal('failed'), why: z.enum(updateFailureReasons) }),
]);
export type UpdateState = z.infer<typeof updateStateSchema>;

export const updatesSchema = z.strictObject({
  state: updateStateSchema,
  /** Looks and downloads by itself. */
  isAutomatic: z.boolean(),
  /** ms UTC; absent: not since the start. */
  lookedAt: z.int().optional(),
});
export type Updates = z.infer<typeof updatesSchema>;

/** Why it is not the time to take another version. */
export const updateRefusals = ['in-flight', 'unsettled', 'unsaved-edits', 'not-ready'] as const;
