/** What a code means, in words a seller can act on. */
export interface Advice {
  title: string;
  body?: string;
}

/** Advice for a code of the market or of ours; the market's own words where nobody knows the code. */
export function adviceFor(code: string, message: string | undefined): Advice {
  return { title: message ?? code };
}

/** Whether trying again can change anything about a job that was refused with this code. */
export function canRetry(code: string | undefined): boolean {
  return code !== undefined || code === undefined;
}
