import { afterEach, beforeEach, expect, it } from 'vitest';
import { createColumnWidths } from '../../../../src-main/services/column-widths';
import { openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

let desk: TestDatabase;
beforeEach(async () => {
  desk = await openTestDatabase();
});
afterEach(() => desk.dispose());

it('remembers widths by layout, the last ones, and lets go of those that are longest untouched', async () => {
  const widths = createColumnWidths(desk.database);
  expect(await widths.of('a')).toEqual({});
  await widths.keep('a', { courier: 120 });
  await widths.keep('b', { courier: 90 });
  expect([await widths.of('a'), await widths.of('b')]).toEqual([{ courier: 120 }, { courier: 90 }]);
  await widths.keep('b', {});
  expect(await widths.of('b')).toEqual({});
  for (let n = 0; n < 60; n += 1) await widths.keep(`more ${n}`, { courier: n + 40 });
  expect(await widths.of('a')).toEqual({});
  expect(await widths.of('more 0')).toEqual({ courier: 40 });
});

it('begins with none where what is stored is no list of widths', async () => {
  await desk.database.settings.set('column-widths', '{"a":');
  expect(await createColumnWidths(desk.database).of('a')).toEqual({});
});
