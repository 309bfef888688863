import '../../../support/window/match-media';
import { beforeEach, expect, it } from 'vitest';
import { editStepIdSchema } from '../../../../src-preload/contract/edit-step';
import { importIdSchema, storeIdSchema } from '../../../../src-preload/contract/ids';
import { text } from '../../../../src-renderer/text';
import { keepStep, markStep, useHistory } from '../../../../src-renderer/review/state/edit-history';
import { hideAnnouncement, useAnnouncements } from '../../../../src-renderer/state/announcements';
import { createFakeBridge } from '../../../support/window/fake-bridge';

const importId = importIdSchema.parse('00000000-0000-4000-8000-000000000001');
const storeId = storeIdSchema.parse('00000000-0000-4000-8000-000000000002');
const label = { what: 'typed', lines: 1 } as const;
const said = (): string => useAnnouncements.getState().current.words;

beforeEach(() => {
  useHistory.setState({ steps: [] });
  hideAnnouncement();
});

it('keeps a step that was done, without a word', async () => {
  createFakeBridge({ 'edits-add': () => ({ step: 7 }) });
  await keepStep(importId, storeId, label, []);
  expect(useHistory.getState().steps).toEqual([{ id: 7, importId, label, undone: false }]);
  expect(said()).toBe('');
});

it('says that a step, or its being taken back, could not be kept', async () => {
  createFakeBridge({});
  await keepStep(importId, storeId, label, []);
  expect([useHistory.getState().steps, said()]).toEqual([[], text.grid.historyFailed]);
  hideAnnouncement();
  await markStep({ id: editStepIdSchema.parse(7), importId, label, undone: false }, true);
  expect(said()).toBe(text.grid.historyFailed);
});
