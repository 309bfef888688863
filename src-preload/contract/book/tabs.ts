/** The lists of the orders screen. */
export const bookTabs = ['new', 'waiting', 'pull-out', 'sent', 'untracked'] as const;
export type BookTab = (typeof bookTabs)[number];

/** Days of 발송 처리됨. */
export const sentPeriods = ['sent-today', 'sent-yesterday', 'sent-week'] as const;
export type SentPeriod = (typeof sentPeriods)[number];

/**
 * `today`, `late`: what is still to be sent, by its due date. `without-number`: 송장 기다림. `not-registered`: it has a number
 * in a draft or in the queue, and the market does not know it yet (등록 기다림). The last three are of 발송 처리됨: dispatched
 * today, yesterday, in the last seven days.
 */
export const bookFilters = ['today', 'late', 'without-number', 'not-registered', ...sentPeriods] as const;
export type BookFilter = (typeof bookFilters)[number];

/** Whether a filter chooses days of 발송 처리됨. */
export function isSentPeriod(filter: BookFilter | undefined): filter is SentPeriod {
  return sentPeriods.some((each) => each === filter);
}
