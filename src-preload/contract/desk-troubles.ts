/** Why the database cannot be used, or no longer; each has words of its own (text/ko/start-trouble.ts). */
export const deskTroubles = ['corrupt', 'locked', 'read-only', 'full', 'newer-schema', 'failed'] as const;
export type DeskTrouble = (typeof deskTroubles)[number];
