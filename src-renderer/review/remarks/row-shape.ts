import type { StateName } from '../../ui/shapes';
import type { GroupRow, ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';

const words = text.send.rowStates;

export interface RowShape {
  shape: StateName;
  word: string;
}

/** What can be chosen from a list is to be looked at, not wrong: red is for what no choice mends. */
function isChoice(code: string | undefined): boolean {
  return code !== undefined && /^(courier|method|reason)-/u.test(code);
}

/** How a line stands, by shape and word. */
export function shapeOfRow({ kind, code, checked }: Pick<ReviewRow, 'kind' | 'code' | 'checked'>): RowShape {
  if (kind === 'look' && checked.level === 'error' && !isChoice(code)) return { shape: 'stop', word: words.error };
  return shapeOfKind(kind);
}

/** The shape in the head of a group: that of its lines. */
export function shapeOfGroup({ kind, code, level }: Pick<GroupRow, 'kind' | 'code' | 'level'>): RowShape {
  if (kind === 'others') return { shape: 'sheet', word: text.send.facts.others(0) };
  if (kind === 'look' && level === 'error' && !isChoice(code)) return { shape: 'stop', word: words.error };
  return shapeOfKind(kind);
}

function shapeOfKind(kind: ReviewRow['kind']): RowShape {
  const shapes = { look: 'look', open: 'yet', waits: 'yet', ready: 'ready', out: 'none', done: 'already' } as const;
  return { shape: shapes[kind], word: words[kind] };
}
