import { text } from '../text';
import { copyText } from './copy-text';
import { LineIcon } from './shapes';

/** Copies plain text and says so. */
export function CopyButton({
  value,
  label,
  small,
  icon,
}: {
  value: string;
  label?: string;
  small?: boolean;
  icon?: boolean;
}) {
  return (
    <button type="button" className={small ? 'button small' : 'button'} onClick={() => void copyText(value)}>
      {icon ? <LineIcon name="copy" /> : null}
      {label ?? text.shell.copy}
    </button>
  );
}
