/** What makes an order another than most, as the lists of the book mark it. */
export const bookBadges = [
  'today',
  'hope-date',
  'guaranteed',
  'pick-up',
  'gift-waiting',
  'add-on',
  'partly-cancelled',
  'delayed',
  'partner-ships',
] as const;
export type BookBadge = (typeof bookBadges)[number];
