import { describe, expect, it } from 'vitest';
import { calls } from '../../../../src-preload/contract/calls';
import { appCalls } from '../../../../src-preload/contract/calls/app';
import { appearanceCalls } from '../../../../src-preload/contract/calls/appearance';
import { bookCalls } from '../../../../src-preload/contract/calls/book';
import { backupCalls } from '../../../../src-preload/contract/calls/backups';
import { diagnosticsCalls } from '../../../../src-preload/contract/calls/diagnostics';
import { editCalls } from '../../../../src-preload/contract/calls/edits';
import { fileCalls } from '../../../../src-preload/contract/calls/files';
import { formCalls } from '../../../../src-preload/contract/calls/forms';
import { importCalls } from '../../../../src-preload/contract/calls/imports';
import { joinCalls } from '../../../../src-preload/contract/calls/join';
import { logCalls } from '../../../../src-preload/contract/calls/log';
import { memoryCalls } from '../../../../src-preload/contract/calls/memory';
import { orderCalls } from '../../../../src-preload/contract/calls/orders';
import { outboxCalls } from '../../../../src-preload/contract/calls/outbox';
import { storeCalls } from '../../../../src-preload/contract/calls/stores';
import { updateCalls } from '../../../../src-preload/contract/calls/updates';
import { callNames } from '../../../../src-preload/contract/names';

const bySubject = [
  appCalls,
  storeCalls,
  fileCalls,
  importCalls,
  editCalls,
  outboxCalls,
  orderCalls,
  bookCalls,
  logCalls,
  memoryCalls,
  backupCalls,
  joinCalls,
  formCalls,
  diagnosticsCalls,
  appearanceCalls,
  updateCalls,
].flatMap((each) => Object.keys(each));

describe('the calls by subject', () => {
  it('stand in one file each: joined, none hides another', () => {
    expect(new Set(bySubject).size).toBe(bySubject.length);
    expect(Object.keys(calls).toSorted()).toEqual(bySubject.toSorted());
  });

  it('are those the preload lets through, by name', () => {
    expect(bySubject.toSorted()).toEqual([...callNames].toSorted());
    expect(new Set(callNames).size).toBe(callNames.length);
  });
});
