import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { Column } from '../../../src-renderer/grid/grid-row';
import { showPlainRows, setUpRows, type PlainRow } from '../../support/window/plain-rows';

const columns: readonly Column<PlainRow>[] = [{ key: 'id', header: 'id', cell: ({ id }) => id }];
const watched = new Set<string>();
const never = (): boolean => false;

beforeEach(() => watched.clear());
setUpRows(({ dataset: { index } }) => (index === undefined ? undefined : watched.add(index)));

async function showRows(grid: Partial<Parameters<typeof showPlainRows>[0]>): Promise<void> {
  await showPlainRows({ ids: ['a', 'b', 'c'], columns, ...grid });
  expect(screen.queryAllByTestId('row')).toHaveLength(3);
}

it('reads no height of rows that are as high as they say', async () => {
  await showRows({ isMeasured: never });
  expect([...watched]).toEqual([]);
});

it('reads the height of a row with something beneath it, and of that row alone', async () => {
  await showRows({ isMeasured: never, below: ({ id }) => (id === 'b' ? 'its history' : null) });
  expect([...watched]).toEqual(['1']);
});

it('reads every height where nothing is said', async () => {
  await showRows({});
  expect([...watched].toSorted()).toEqual(['0', '1', '2']);
});
