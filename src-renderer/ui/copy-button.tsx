import { text } from '../text';
import { announce } from '../state/announcements';

/** Copies plain text and says so. */
export function CopyButton({ value, label, small }: { value: string; label?: string; small?: boolean }) {
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
      {label ?? text.shell.copy}
    </button>
  );
}
