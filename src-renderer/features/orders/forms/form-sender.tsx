import { useState } from 'react';
import type { FormSender as Sender } from '../../../../src-preload/contract/courier-forms/form-rows';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { text } from '../../../text';
import { saveSender } from './form-state';

const words = text.forms.sender;
const fields = ['name', 'phone', 'postcode', 'address'] as const;
const nothing: Sender = { name: '', phone: '', postcode: '', address: '' };

/** Who sends: written once, and remembered for the store. */
export function FormSender({ storeId, sender }: { storeId: StoreId; sender: Sender | undefined }) {
  const [typed, setTyped] = useState(sender ?? nothing);
  const said = fields.map((field) => sender?.[field] ?? '').filter((part) => part !== '');
  return (
    <details className="form-sender">
      <summary>
        {words.title} <span className="faint">{said.length === 0 ? words.none : said.join(' · ')}</span>
      </summary>
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
        onClick={() => void saveSender(storeId, typed)}
      >
        {words.save}
      </button>
    </details>
  );
}
