import { Notification } from 'electron';

/** Shows a notice of the system where there are any; a click brings the window back. */
export function showNotice(notice: { title: string; body: string }, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  const shown = new Notification(notice);
  shown.on('click', onClick);
  shown.show();
}
