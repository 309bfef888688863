/** Names only, no schemas: all that preload.ts imports, so that the preload stays a few kilobytes. */
export const callNames = [
  'app-start',
  'stores-list',
  'stores-save',
  'stores-choose',
  'stores-clear-secrets',
  'stores-remove',
  'stores-test',
  'stores-checked',
  'stores-pause',
  'stores-set-confirm-first',
  'settings-set',
  'sheet-password-recall',
  'sheet-password-remember',
  'sheet-passwords-forget',
  'files-keep',
  'files-look',
  'files-read',
  'sheet-reader-start',
  'sheet-reader-at-work',
  'sheet-reader-end',
  'imports-begin',
  'imports-keep',
  'imports-put-lines',
  'imports-finish',
  'imports-list',
  'imports-lines',
  'imports-drop',
  'outbox-add',
  'outbox-count',
  'outbox-add-targets',
  'outbox-undo',
  'orders-rows',
  'orders-to-send',
  'orders-near',
  'orders-watch',
  'orders-progress',
  'orders-stop',
  'orders-addresses',
  'orders-address-seen',
  'book-refresh',
  'book-page',
  'book-order',
  'book-counts',
  'book-seen',
  'book-settings',
  'book-settings-set',
  'log-page',
  'log-list',
  'log-ids',
  'log-files',
  'log-view',
  'log-view-keep',
  'log-job',
  'log-jobs',
  'log-latest',
  'log-by-file',
  'stock-items',
  'log-act',
  'log-act-all',
  'log-counts-all',
  'log-take-back',
  'log-unread',
  'mappings-remember',
  'memory-list',
  'memory-forget',
  'practice-orders',
  'support-open',
  'backups-list',
  'backups-make',
  'backups-restore',
  'app-restart',
  'diagnostics-report',
  'diagnostics-open-folder',
  'appearance-get',
  'appearance-set',
] as const;
export type CallName = (typeof callNames)[number];

/**
 * Calls the window makes with a File. Only the preload can tell one of the disk from one the page made: it sends the path
 * it takes off the File, and nothing the page could write in its place.
 */
export const callsWithFile = ['files-keep'] as const satisfies readonly CallName[];
export type CallWithFile = (typeof callsWithFile)[number];

export const eventNames = [
  'status-changed',
  'jobs-changed',
  'orders-changed',
  'book-changed',
  'files-handed-in',
  'notice-missed',
  'sheet-reader-lost',
  'appearance-changed',
  'data-locked',
] as const;
export type EventName = (typeof eventNames)[number];

/**
 * The channel on which the main process hands over the port to a sheet reader. A port cannot cross the bridge: the
 * preload passes it on as a message of the page to itself, `{ sheetReader: id }`.
 */
export const sheetReaderChannel = 'sheet-reader';
