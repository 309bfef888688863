/** Names only, no schemas: all that preload.ts imports, so that the preload stays a few kilobytes. */
export const callNames = [
  'desk-start',
  'stores-list',
  'stores-save',
  'stores-choose',
  'stores-clear-secrets',
  'stores-remove',
  'stores-test',
  'stores-pause',
  'stores-set-confirm-first',
  'settings-get',
  'settings-set',
  'imports-begin',
  'imports-put-lines',
  'imports-finish',
  'imports-list',
  'imports-lines',
  'imports-drop',
  'outbox-add',
  'outbox-add-targets',
  'outbox-undo',
  'log-page',
  'log-job',
  'log-act',
  'log-act-all',
  'mappings-remember',
  'practice-orders',
  'support-open',
  'backups-list',
  'backups-make',
  'backups-restore',
  'desk-again',
] as const;
export type CallName = (typeof callNames)[number];

export const eventNames = ['status-changed', 'jobs-changed', 'files-handed-in'] as const;
export type EventName = (typeof eventNames)[number];
