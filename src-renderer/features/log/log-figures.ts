import { useEffect } from 'react';
import { create } from 'zustand';
import type { LogScope } from '../../../src-preload/contract/calls/log';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { atMostEvery } from '../../state/at-most-every';
import { useAppState } from '../../state/app-state';
import { call } from '../../state/ipc-client';
import { show, useLog } from './log-state';

type Figures = CallOutput<'log-files'>;

const pauseMs = 300;

interface LogFigures {
  /** Of which store and period they are: what is looked at may be ahead of them for a moment. */
  storeId: LogScope['storeId'];
  period: LogScope['period'];
  files: Figures['files'];
  more: boolean;
  all: Figures['sums'];
  /** Of the chosen files alone, or of all where none is chosen. */
  sums: Figures['sums'];
}

const useFigures = create<{ read: LogFigures | undefined }>()(() => ({ read: undefined }));

let isPeriodNew = false;

/** Shows another period; what is filtered by stands, but for files of which that period has nothing. */
export function choosePeriod(period: LogScope['period']): void {
  isPeriodNew = true;
  show({ period });
}

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
  const { sums: all, ...rest } = whole.value;
  const sums = some?.ok === true ? some.value.sums : all;
  useFigures.setState({ read: { storeId, period, ...rest, all, sums } });
  const hasChosen = files === undefined || rest.more || rest.files.some(({ id }) => files.includes(id));
  if (isPeriodNew && !hasChosen && now.shown.files === files) show({ files: undefined });
  isPeriodNew = false;
  return undefined;
});

useLog.subscribe((state, before) => {
  const isOther = state.storeId !== before.storeId || state.shown !== before.shown || state.turn !== before.turn;
  // No one looks: they are read when the screen comes.
  if (isOther && useAppState.getState().place === 'log') readFigures();
});

/** The files and figures of what the log shows, read again when jobs change; undefined until those of the store came. */
export function useLogFigures(): LogFigures | undefined {
  const storeId = useLog((state) => state.storeId);
  const read = useFigures((state) => state.read);
  useEffect(readFigures, []);
  return read?.storeId === storeId ? read : undefined;
}
