import { text } from '../text';
import { announce } from '../state/announcements';
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
    <button
      type="button"
      className={small ? 'button small' : 'button'}
      onClick={() => {
        void navigator.clipboard.writeText(value).then(
          () => announce(text.shell.copied),
          () => announce(text.shell.copyFailed),
        );
      }}
    >
      {icon ? <LineIcon name="copy" /> : null}
      {label ?? text.shell.copy}
    </button>
  );
}
