import type { StoreId } from '../../src-preload/contract/ids';
import { text } from '../text';
import { saveWaitingByFile, useByFile } from './by-file';

/** Saves what waits in a store as SmartStore's 일괄발송 file. */
export function ByFileButton({ storeId, size }: { storeId: StoreId; size: 'small' | 'large' }) {
  const busy = useByFile((state) => state.busy);
  return (
    <button
      type="button"
      className={`button ${size}`}
      data-testid="by-file-save"
      disabled={busy}
      onClick={() => void saveWaitingByFile(storeId)}
    >
      {busy ? text.byFile.saving : text.byFile.save}
    </button>
  );
}
