/** The lists of the orders screen. */
export const bookTabs = ['new', 'waiting', 'pull-out', 'sent', 'untracked'] as const;
export type BookTab = (typeof bookTabs)[number];

/**
 * `today`, `late`: what is still to be sent, by its due date. `without-number`: 송장 기다림. `not-registered`: it has a number
 * in a draft or in the queue, and the market does not know it yet (등록 기다림).
 */
export const bookFilters = ['today', 'late', 'without-number', 'not-registered'] as const;
export type BookFilter = (typeof bookFilters)[number];
