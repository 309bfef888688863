import { useEffect } from 'react';
import { create } from 'zustand';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { atMostEvery } from '../../state/at-most-every';
import { useAppState } from '../../state/app-state';
import { call } from '../../state/ipc-client';
import { useLog } from './log-state';

type Figures = CallOutput<'log-files'>;

const nothing: Figures = { files: [], more: false, sums: { jobs: 0, done: 0, tasks: 0, earlier: 0 } };
const pauseMs = 300;

interface Read {
  /** Of which store and period they are; undefined until they came. */
  of: string | undefined;
  whole: Figures;
  /** Of the chosen files alone, or of all where none is chosen. */
  sums: Figures['sums'];
}

const useFigures = create<Read>()(() => ({ of: undefined, whole: nothing, sums: nothing.sums }));

const readFigures = atMostEvery(pauseMs, async () => {
  const { storeId, shown } = useLog.getState();
  if (storeId === undefined) return undefined;
  const { period, files } = shown;
  const [whole, some] = await Promise.all([
    call('log-files', { storeId, period }),
    files === undefined ? undefined : call('log-files', { storeId, period, files }),
  ]);
  const now = useLog.getState();
  if (!whole.ok || now.storeId !== storeId || now.shown.period !== period) return undefined;
  useFigures.setState({
    of: `${storeId} ${period}`,
    whole: whole.value,
    sums: some?.ok === true ? some.value.sums : whole.value.sums,
  });
  return undefined;
});

useLog.subscribe((state, before) => {
  const isOther = state.storeId !== before.storeId || state.shown !== before.shown || state.turn !== before.turn;
  // No one looks: they are read when the screen comes.
  if (isOther && useAppState.getState().place === 'log') readFigures();
});

/** The files and figures of what the log shows; read again when jobs change. */
export function useLogFigures(): {
  files: Figures['files'];
  more: boolean;
  all: Figures['sums'];
  sums: Figures['sums'];
} {
  const storeId = useLog((state) => state.storeId);
  const { of, whole, sums } = useFigures();
  useEffect(readFigures, []);
  // Of another store they would be untrue until its own have come.
  if (storeId === undefined || of?.startsWith(storeId) !== true) return { ...nothing, all: nothing.sums };
  return { files: whole.files, more: whole.more, all: whole.sums, sums };
}
