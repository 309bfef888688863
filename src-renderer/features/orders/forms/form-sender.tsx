import { useEffect, useState } from 'react';
import type { FormSender as Sender } from '../../../../src-preload/contract/courier-forms/form-rows';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { registerUnsaved } from '../../../state/unsaved';
import { text } from '../../../text';
import { saveSender } from './form-state';

const words = text.forms.sender;
const fields = ['name', 'phone', 'postcode', 'address'] as const;
const nothing: Sender = { name: '', phone: '', postcode: '', address: '' };

/** Who sends: written once, and remembered for the store. */
export function FormSender({ storeId, sender }: { storeId: StoreId; sender: Sender | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState(sender ?? nothing);
  const [isBusy, setBusy] = useState(false);
  const isChanged = isOpen && fields.some((field) => typed[field] !== (sender ?? nothing)[field]);
  useEffect(() => (isChanged ? registerUnsaved(() => true) : undefined), [isChanged]);
  const save = async (): Promise<void> => {
    setBusy(true);
    await saveSender(storeId, typed);
    setBusy(false);
  };
  const said = (['name', 'phone', 'address'] as const)
    .map((field) => sender?.[field] ?? '')
    .filter((part) => part !== '');
  return (
    <>
      <span className="form-sender-said">
        <span className="faint">{words.title}</span>
        <span className={said.length === 0 ? 'faint one-line' : 'one-line'}>
          {said.length === 0 ? words.none : said.join(' · ')}
        </span>
      </span>
      <button
        type="button"
        className="button plain link"
        data-testid="form-sender-open"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {said.length === 0 ? words.write : words.change}
      </button>
      {isOpen ? (
        <div className="form-sender" role="group" aria-label={words.title}>
          {fields.map((field) => (
            <label key={field}>
              <span className="faint">{words[field]}</span>
              <input
                className="input"
                data-testid={`form-sender-${field}`}
                value={typed[field]}
                onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
              />
            </label>
          ))}
          <button
            type="button"
            className="button small"
            data-testid="form-sender-save"
            disabled={isBusy}
            onClick={() => void save()}
          >
            {isBusy ? words.saving : words.save}
          </button>
        </div>
      ) : null}
    </>
  );
}
