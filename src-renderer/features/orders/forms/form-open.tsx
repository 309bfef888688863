import type { StoreId } from '../../../../src-preload/contract/ids';
import { text } from '../../../text';
import { onePress } from '../../../ui/one-press';
import { openForm } from './form-state';

/** Makes a courier's form of what waits for a number. */
export function FormOpen({ storeId, isNext }: { storeId: StoreId; isNext: boolean }) {
  return (
    <button
      type="button"
      className={isNext ? 'button primary' : 'button small'}
      data-testid="form-open"
      onClick={onePress(() => void openForm(storeId))}
    >
      {text.forms.open}
    </button>
  );
}
