import { z } from 'zod';
import { linesPerChunk } from '../chunks';
import { editLabelSchema, editStepIdSchema, editStepSchema, linePatchSchema } from '../edit-step';
import { importIdSchema } from '../ids';
import { none } from './inputs';

const patches = z.array(linePatchSchema).max(linesPerChunk);

/** What the seller did to lines under review: kept with their draft, to be taken back and done again. */
export const editCalls = {
  /** A step is done: steps that were taken back before it are gone, in all files of the store. */
  'edits-add': {
    input: z.strictObject({ importId: importIdSchema, label: editLabelSchema, patches }),
    output: z.strictObject({ step: editStepIdSchema }),
    failures: ['not-found'],
  },
  /** Further lines of a step of many; `part` counts from 1. */
  'edits-extend': {
    input: z.strictObject({ step: editStepIdSchema, part: z.int().positive(), patches }),
    output: none,
    failures: ['not-found'],
  },
  /** The steps of these drafts, the oldest first. */
  'edits-list': {
    input: z.strictObject({ importIds: z.array(importIdSchema).max(1000) }),
    output: z.strictObject({ steps: z.array(editStepSchema) }),
    failures: [],
  },
  /** One part of a step's lines; `more`: another one follows. */
  'edits-patches': {
    input: z.strictObject({ step: editStepIdSchema, part: z.int().nonnegative() }),
    output: z.strictObject({ patches, more: z.boolean() }),
    failures: ['not-found'],
  },
  /** A step was taken back, or done again. */
  'edits-mark': {
    input: z.strictObject({ step: editStepIdSchema, undone: z.boolean() }),
    output: none,
    failures: ['not-found'],
  },
  /** The file is read another way: what was done to lines of the earlier reading cannot be taken back in this one. */
  'edits-clear': { input: z.strictObject({ importId: importIdSchema }), output: none, failures: [] },
} as const;
