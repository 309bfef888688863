import { useState } from 'react';
import type { StoreId } from '../../../src-preload/contract/ids';
import { AskDialog } from '../../ui/ask-dialog';
import { text } from '../../text';
import { saveWaitingByFile, useByFile } from './by-file';
import { useCountsAll } from '../../state/counts-all';

/** In the banner of a store that rests: saves what waits in it as SmartStore's 일괄발송 file, once asked. */
export function ByFileButton({ storeId }: { storeId: StoreId }) {
  const busy = useByFile((state) => state.busy);
  const count = useCountsAll(storeId)['by-file'];
  const [asking, setAsking] = useState(false);
  if (count === 0 && !busy) return null;
  return (
    <>
      <button
        type="button"
        className="button small"
        data-testid="by-file-save"
        disabled={busy}
        onClick={() => setAsking(true)}
      >
        {busy ? text.byFile.saving : text.byFile.save}
      </button>
      <ByFileAsk
        count={asking ? count : undefined}
        onNo={() => setAsking(false)}
        onYes={() => {
          setAsking(false);
          void saveWaitingByFile(storeId);
        }}
      />
    </>
  );
}

/** Asks once, with the number: what goes into the file is sent by the seller's hand, not by the app. */
export function ByFileAsk({ count, onYes, onNo }: { count: number | undefined; onYes(): void; onNo(): void }) {
  return (
    <AskDialog
      open={count !== undefined}
      title={text.byFile.ask(count ?? 0)}
      body={text.byFile.askMore}
      yes={text.byFile.yes(count ?? 0)}
      yesId="by-file-yes"
      no={text.byFile.no}
      onYes={onYes}
      onNo={onNo}
    />
  );
}
