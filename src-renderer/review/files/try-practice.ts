import type { StoreId } from '../../../src-preload/contract/ids';
import { announce } from '../../state/announcements';
import { call } from '../../state/ipc-client';
import { text } from '../../text';
import { takeFiles } from './take-files';

const practiceOrders = 12;

/** New orders of the practice market, taken as a file to try the whole way with. */
export async function tryPractice(storeId: StoreId): Promise<void> {
  const answer = await call('practice-orders', { storeId, count: practiceOrders });
  if (!answer.ok) return announce(text.send.practiceFailed);
  const { fileName, rows } = answer.value;
  const table = rows.map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/gu, ' ')).join('\t')).join('\n');
  takeFiles([new File([table], fileName.replace(/\.\w+$/u, '.tsv'))]);
}
