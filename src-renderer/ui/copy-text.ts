import { announce } from '../state/announcements';
import { text } from '../text';

/** Puts plain text on the clipboard, and says so or that it failed. */
export async function copyText(value: string): Promise<void> {
  await navigator.clipboard.writeText(value).then(
    () => announce(text.shell.copied),
    () => announce(text.shell.copyFailed),
  );
}
