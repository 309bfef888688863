import type { ReactNode } from 'react';
import type { CellExit } from './cell-keys';
import { useCellEdit } from './use-cell-edit';

interface Props {
  value: string;
  label: string;
  active: boolean;
  /** What the cell shows until something is typed. */
  children: ReactNode;
  commit(value: string): void;
  leave(exit: CellExit): void;
}

/** A cell of text that can be corrected, by the one rule of `useCellEdit`; while it is edited its field lies in a frame over the value. */
export function CellEditor(props: Props) {
  return props.active ? <Editor {...props} /> : <div className="cell-text">{props.children}</div>;
}

function Editor({ value, label, commit, leave, children }: Props) {
  const { mode, field } = useCellEdit({ value, commit, leave });
  return (
    <div className={mode === 'ready' ? 'cell-edit' : 'cell-edit editing'}>
      <div className="cell-text">{children}</div>
      <input {...field} aria-label={value === '' ? label : `${label}: ${value}`} />
    </div>
  );
}
