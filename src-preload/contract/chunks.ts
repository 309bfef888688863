/** Lines cross in chunks of this many (resources/docs/domain.md, "The way of a shipment"). */
export const linesPerChunk = 1000;

/** A file of more tables than this tells of the first ones after a restart. */
export const mostUnreadTables = 100;

/** Of what the reader noted about a file, so much is kept with its draft. */
export const mostFileNotes = 100;

/** Order numbers in one question of the window. */
export const ordersPerQuestion = 300;

/** Orders of an export cross in chunks of this many. */
export const rowsPerExportChunk = 1000;

/** Product orders of the book in one page. */
export const rowsPerBookPage = 200;
