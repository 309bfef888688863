import type { JobKind } from '../../job-states';
import type { Click, CodeClass } from '../code-class';

interface CodeRow {
  dispatch: CodeClass;
  confirm: CodeClass;
  lookup: CodeClass;
  read: CodeClass;
  /** Which click helps a dispatch job rejected with it. */
  click: Click;
}

const row = (dispatch: CodeClass, confirm: CodeClass, lookup: CodeClass, read: CodeClass, click: Click): CodeRow => ({
  dispatch,
  confirm,
  lookup,
  read,
  click,
});

/** The market said no, whatever was asked. */
const no = (click: Click): CodeRow => row('rejected', 'rejected', 'rejected', 'rejected', click);
/** Writes may have been applied: the market is read before anything else. A read is simply asked again. */
const silent = row('unknown', 'unknown', 'transient', 'transient', 'retry');
const everywhere = (one: CodeClass, click: Click): CodeRow => row(one, one, one, one, click);

/**
 * Every code NAVER is known to answer, with its class per kind of call: resources/docs/markets/naver.md, "Codes" and
 * "Gateway errors"; the dispatch column follows "Behaviour seen" there. Checked by test/support/tables/check-tables.ts.
 */
const naverCodes = {
  // A field of this one item is at fault: values can be mended, the other items went through.
  '4000': no('edit'),
  // Undefined by the market itself. On dispatch it is mostly "sent already" (resources/docs/markets/naver.md,
  // "Behaviour seen"): reading tells.
  '9999': row('unknown', 'unknown', 'rejected', 'transient', 'retry'),
  '100001': no('none'),
  '100003': no('none'),
  '101009': no('none'),
  '101011': no('none'),
  '104105': no('edit'),
  '104116': no('edit'),
  '104117': no('edit'),
  '104118': no('edit'),
  '104119': no('edit'),
  '104120': no('edit'),
  '104121': no('edit'),
  '104122': no('edit'),
  // Two items of one product order in one call: the outbox never makes such a call.
  '104131': everywhere('bug', 'retry'),
  '104133': no('reread'),
  '104138': no('none'),
  '104139': everywhere('bug', 'none'),
  // The exchange stands in the way of a second delivery: terminal, but the seller may settle it in the centre.
  '104417': no('reread'),
  '104441': no('none'),
  // The state is not what it should be: sent already, cancelled, ... reading tells which.
  '104442': row('unknown', 'unknown', 'rejected', 'rejected', 'reread'),
  // For dispatch: not confirmed yet. For confirm: confirmed or released meanwhile, reading tells.
  '104443': row('rejected', 'unknown', 'rejected', 'rejected', 'confirm-then-dispatch'),
  '104444': no('none'),
  '104445': no('none'),
  '104446': no('none'),
  '104449': no('none'),
  '104450': no('none'),
  '105001': no('none'),
  '105002': no('none'),
  // "Same as before": done, if reading agrees.
  '105306': row('unknown', 'unknown', 'rejected', 'rejected', 'reread'),
  '105308': no('none'),
  // 400 for a whole call (resources/docs/markets/naver.md, "Dispatch"): nothing was applied, one value could not be
  // read.
  '000400': no('edit'),

  'GW.AUTHN': everywhere('auth', 'retry'),
  'GW.IP_NOT_ALLOWED': everywhere('auth', 'retry'),
  'GW.NOT_FOUND': everywhere('bug', 'retry'),
  'GW.RATE_LIMIT': everywhere('limited', 'retry'),
  'GW.QUOTA_LIMIT': everywhere('limited', 'retry'),
  'GW.PROXY.01': silent,
  'GW.PROXY.02': silent,
  'GW.PROXY.03': silent,
  'GW.PROXY.04': silent,
  'GW.PROXY.05': silent,
  'GW.INTERNAL_SERVER_ERROR': silent,
  // The gateway's circuit is open or it is under maintenance: the call did not reach the service.
  'GW.BLOCK.01': everywhere('transient', 'retry'),
  'GW.BLOCK.02': everywhere('transient', 'retry'),
  'GW.TIMEOUT.01': silent,
  'GW.TIMEOUT.02': silent,
} as const satisfies Record<string, CodeRow>;

export type NaverCode = keyof typeof naverCodes;
export const naverCodeList = Object.keys(naverCodes).filter(isNaverCode);

/** Whether the code stands in the table. */
export function isNaverCode(code: string): code is NaverCode {
  return Object.hasOwn(naverCodes, code);
}

/** The class of a code for a kind of call. A code no one listed is `unknown`: read, then rejected with the market's words. */
export function naverClassOf(kind: JobKind | 'read', code: string): CodeClass {
  if (code === 'not-permitted') return 'rejected';
  if (kind === 'stock' || !isNaverCode(code)) return 'unknown';
  // Both are writes about one order, as a dispatch is; no code of theirs means anything else.
  return naverCodes[code][kind === 'delay' || kind === 'refund' ? 'dispatch' : kind];
}

/** The click that helps a job of this kind rejected with this code. Values exist only in dispatch and stock jobs. */
export function naverClickOf(kind: JobKind, code: string): Click {
  if (!isNaverCode(code)) return 'retry';
  const { click } = naverCodes[code];
  if (kind === 'dispatch') return click;
  if (click === 'confirm-then-dispatch') return 'reread';
  return click === 'edit' ? 'none' : click;
}
