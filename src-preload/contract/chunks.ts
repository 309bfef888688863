/** Lines cross in chunks of this many (design.md, "The way of a shipment"). */
export const linesPerChunk = 1000;

/** Order numbers in one question of the window. */
export const ordersPerQuestion = 300;
