import { z } from 'zod';

/**
 * The shape of everything this version stores as JSON text (values of jobs, findings, lines, readings of sheets, settings
 * and the like). Each row carries the one it was written in. When a shape changes, this number goes up by one, together
 * with a migration that brings every row of that table to it; a row of a higher number is of a newer version, and is one
 * that cannot be read (unread-rows.ts).
 */
export const storedShape = 1;

/** The column `shape` of a row that this version can read. */
export const shapeSchema = z.int().max(storedShape);
