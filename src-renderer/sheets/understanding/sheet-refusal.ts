import type { JobKind } from '../../../src-preload/contract/job-states';
import type { Layout } from './layouts';

/** Why a readable sheet gives no lines; `detail` is the layout, where one was recognised. */
export type RefusalCode =
  /** Another mall's sheet. */
  | 'other-market'
  /** A form for the way to the courier: the numbers are in the file the courier gives back. */
  | 'courier-form'
  | 'no-lines';

/** Whether a sheet of this layout is refused for an operation; undefined where its lines can be reviewed. */
export function refusalOf(
  layout: Layout | undefined,
  operation: JobKind,
  lineCount: number,
): { code: RefusalCode; detail?: string } | undefined {
  if (layout?.use === 'other-market') return { code: 'other-market', detail: layout.name };
  if (layout?.use === 'courier-form' && operation === 'dispatch') return { code: 'courier-form', detail: layout.name };
  return lineCount === 0 ? { code: 'no-lines' } : undefined;
}
