/** The channel to the page of a process for sheets: which reader to start, with its port, or to end. */
export const readerOrderChannel = 'reader-order';
