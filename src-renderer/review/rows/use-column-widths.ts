import { useCallback, useEffect, useState } from 'react';
import type { ColumnWidths } from '../../grid/column-widths';
import { call } from '../../state/ipc-client';
import type { ReviewState } from '../state/reviews-state';

/** As much of the headers as names a layout (sheets/understanding/understand.ts). */
const longestHeaders = 4000;
const none: ColumnWidths = {};

/** What is known of each layout in this run, so that a file opens with its widths. */
const known = new Map<string, ColumnWidths>();

/** The widths of a review's columns: those the seller gave this set of headers, kept for the next such sheet. */
export function useColumnWidths({ operation, reading }: ReviewState): {
  widths: ColumnWidths;
  onWidth(column: string, px: number | undefined, settled: boolean): void;
} {
  const layout = reading && `${operation} ${reading.headers.join('\u001f')}`.slice(0, longestHeaders);
  const [shown, setShown] = useState<{ layout: string; widths: ColumnWidths } | undefined>(undefined);
  useEffect(() => {
    if (layout === undefined || known.has(layout)) return undefined;
    let isOver = false;
    async function read(name: string): Promise<void> {
      const answer = await call('column-widths', { layout: name });
      if (!answer.ok || known.has(name)) return;
      known.set(name, answer.value.widths);
      if (!isOver) setShown({ layout: name, widths: answer.value.widths });
    }
    void read(layout);
    return () => {
      isOver = true;
    };
  }, [layout]);
  const onWidth = useCallback(
    (column: string, px: number | undefined, settled: boolean) => {
      if (layout === undefined) return;
      const { [column]: _, ...others } = known.get(layout) ?? none;
      const widths = px === undefined ? others : { ...others, [column]: px };
      known.set(layout, widths);
      setShown({ layout, widths });
      if (settled) void call('column-widths-keep', { layout, widths });
    },
    [layout],
  );
  const widths = layout === undefined ? none : shown?.layout === layout ? shown.widths : (known.get(layout) ?? none);
  return { widths, onWidth };
}
