import type { NetworkFault } from '../../src-preload/contract/network-fault';
import type { UpdateFailureReason } from '../../src-preload/contract/updates';
import { ConnectionError, codeOf } from '../network/connection-error';

/** An update that was not found or not taken, by the reason the seller reads. */
export class UpdateFailure extends Error {
  constructor(readonly reason: UpdateFailureReason) {
    super(reason);
    this.name = 'UpdateFailure';
  }
}

const byFault: Record<NetworkFault['is'], UpdateFailureReason> = {
  certificate: 'certificate',
  'proxy-sign-in': 'proxy-sign-in',
  'proxy-down': 'proxy',
  'proxy-refused': 'proxy',
  'web-page': 'web-page',
};

/** Codes of electron-updater 6.8 and of the system. */
const byCode: ReadonlyMap<string, UpdateFailureReason> = new Map([
  ['ERR_CHECKSUM_MISMATCH', 'wrong-checksum'],
  ['ERR_UPDATER_NO_CHECKSUM', 'no-checksum'],
  ['ERR_UPDATER_INVALID_SIGNATURE', 'bad-signature'],
  ['ERR_UPDATER_INVALID_VERSION', 'not-understood'],
  ['ERR_UPDATER_INVALID_UPDATE_INFO', 'not-understood'],
  ['ERR_UPDATER_INVALID_RELEASE_FEED', 'not-understood'],
  ['ERR_UPDATER_NO_FILES_PROVIDED', 'not-understood'],
  ['ERR_UPDATER_CHANNEL_FILE_NOT_FOUND', 'not-understood'],
  ['ERR_XML_MISSED_ELEMENT', 'not-understood'],
  ['ENOSPC', 'no-room'],
]);

/** The reason behind what was thrown; undefined where it says none. */
export function reasonOf(problem: unknown): UpdateFailureReason | undefined {
  if (problem instanceof UpdateFailure) return problem.reason;
  if (problem instanceof ConnectionError)
    return problem.fault === undefined ? 'server-gone' : byFault[problem.fault.is];
  const code = codeOf(problem);
  if (code.startsWith('HTTP_ERROR_')) return 'server-gone';
  return byCode.get(code);
}
