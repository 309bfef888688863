/**
 * What a market's code means for a job, as a function of the kind of call and the code (resources/docs/domain.md, "What
 * an answer means"). transient: send again later. limited: 429, not processed. auth: the store, not the job. rejected:
 * the market said no. unknown: read first, then decide. bug: our own fault.
 */
export const codeClasses = ['transient', 'limited', 'auth', 'rejected', 'unknown', 'bug'] as const;
export type CodeClass = (typeof codeClasses)[number];

/** The click that helps a job rejected with a code. */
export type Click = 'retry' | 'edit' | 'confirm-then-dispatch' | 'reread' | 'none';
