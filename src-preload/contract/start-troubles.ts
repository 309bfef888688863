/** Why the database cannot be used, or no longer; each has words of its own (text/ko/start-trouble.ts). */
export const startTroubles = [
  'corrupt',
  'locked',
  'read-only',
  'full',
  'newer-schema',
  /** It holds triggers or views, which this app never makes. */
  'foreign-schema',
  /** A newer version must change the file, and the backup that comes before that could not be made. */
  'no-backup',
  'failed',
] as const;
export type StartTrouble = (typeof startTroubles)[number];
