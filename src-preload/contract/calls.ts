import type { z } from 'zod';
import { appCalls } from './calls/app';
import { appearanceCalls } from './calls/appearance';
import { bookCalls } from './calls/book';
import { backupCalls } from './calls/backups';
import { diagnosticsCalls } from './calls/diagnostics';
import { editCalls } from './calls/edits';
import { fileCalls } from './calls/files';
import { formCalls } from './calls/forms';
import { importCalls } from './calls/imports';
import { joinCalls } from './calls/join';
import { logCalls } from './calls/log';
import { memoryCalls } from './calls/memory';
import { orderCalls } from './calls/orders';
import { outboxCalls } from './calls/outbox';
import { storeCalls } from './calls/stores';
import { updateCalls } from './calls/updates';
import type { CallName } from './names';

interface Call {
  input: z.ZodType;
  output: z.ZodType;
  failures: readonly string[];
}

/**
 * Every call the window can make, joined from the files by subject: name -> input, output, failures of its own.
 * `bad-input`, `not-our-window` and `internal` can be answered to any call.
 */
export const calls = {
  ...appCalls,
  ...storeCalls,
  ...fileCalls,
  ...importCalls,
  ...editCalls,
  ...outboxCalls,
  ...orderCalls,
  ...bookCalls,
  ...joinCalls,
  ...formCalls,
  ...logCalls,
  ...memoryCalls,
  ...backupCalls,
  ...diagnosticsCalls,
  ...appearanceCalls,
  ...updateCalls,
} as const satisfies Record<CallName, Call>;

export type Calls = typeof calls;
export type CallInput<Name extends CallName> = z.input<Calls[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]['output']>;
export const commonFailures = ['bad-input', 'not-our-window', 'internal'] as const;
export type CallFailure<Name extends CallName> = Calls[Name]['failures'][number] | (typeof commonFailures)[number];
