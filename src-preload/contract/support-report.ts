/**
 * What 문제 알리기 puts into its file, in the order it is shown. The first two and `slow` are there even where the
 * database cannot be opened.
 */
export const supportParts = ['program', 'log', 'slow', 'stores', 'counts', 'unread'] as const;
export type SupportPart = (typeof supportParts)[number];

/** Name of each part within the zip. */
export const supportFileNames: Record<SupportPart, string> = {
  program: 'program.json',
  log: 'log.jsonl',
  slow: 'slow.json',
  stores: 'stores.json',
  counts: 'counts.json',
  unread: 'unread.jsonl',
};

/** What the seller writes of it, at most; it goes into the file as it is. */
export const longestSupportNote = 2000;
