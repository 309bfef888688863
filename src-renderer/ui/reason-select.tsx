import { reasonNames } from '../../src-preload/contract/markets/brightmall/answers';
import type { UnavailableReason } from '../../src-preload/contract/markets/brightmall/answers';
import { text } from '../text';

interface Props {
  label: string;
  reason: UnavailableReason | undefined;
  disabled?: boolean;
  id?: string;
  onPick(reason: UnavailableReason): void;
}

/** Why an item cannot be delivered: the five reasons BrightMall knows, by their Korean names. */
export function ReasonSelect({ label, reason, disabled, id, onPick }: Props) {
  return (
    <select
      className="select small reason-select"
      data-testid="reason-select"
      aria-label={label}
      {...(id === undefined ? {} : { id })}
      value={reason ?? ''}
      disabled={disabled === true}
      onChange={(event) => {
        const picked = reasonNames.find(({ code }) => code === event.target.value);
        if (picked) onPick(picked.code);
      }}
    >
      {reason === undefined ? <option value="">{text.stock.pickReason}</option> : null}
      {reasonNames.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
