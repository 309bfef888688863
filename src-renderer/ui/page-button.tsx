import type { CallInput } from '../../src-preload/contract/calls';
import { callOrSay } from '../state/call-or-say';

interface Props {
  page: CallInput<'support-open'>['page'];
  label: string;
  small?: boolean;
}

/** Opens one of the markets' own pages in the seller's browser. */
export function PageButton({ page, label, small }: Props) {
  return (
    <button
      type="button"
      className={small ? 'button small' : 'button'}
      onClick={() => void callOrSay('support-open', { page })}
    >
      {label}
    </button>
  );
}
