/** Stands for a due date the market did not tell: after all others. ms UTC, the last moment a date can be. */
export const noDueDate = 8_640_000_000_000_000;
