import type { EditKind, EditLabel } from '../../../src-preload/contract/edit-step';
import type { LineChange } from '../../../src-preload/contract/check/review';
import { lineFields } from '../../../src-preload/contract/line-fields';
import type { LinePatch } from '../../../src-preload/contract/check/line-patch';
import { assertNever } from '../../../src-preload/contract/result';
import type { LinesAction, SheetCalls } from '../../sheets/protocol';
import { text } from '../../text';

/** An edit as it was asked of the worker. */
export type AskedEdit = { [Name in EditName]: { name: Name; input: SheetCalls[Name]['input'] } }[EditName];
export type EditName = 'change' | 'fix' | 'range' | LinesAction;

/** Names a step by what was asked and what it changed; undefined where it changed nothing. */
export function labelOf(asked: AskedEdit, patches: readonly LinePatch[]): EditLabel | undefined {
  const [first] = patches;
  if (!first) return undefined;
  const cells = first.after.cells ?? {};
  const changed = lineFields.filter((field) => cells[field] !== undefined);
  const [field] = changed;
  const isOne = changed.length === 1 && field !== undefined;
  return { what: kindOf(asked), lines: patches.length, ...(isOne ? { field } : {}) };
}

function kindOf(asked: AskedEdit): EditKind {
  switch (asked.name) {
    case 'change':
      return kindOfChange(asked.input.changes[0]?.change);
    case 'fix':
      return asked.input.fix.do === 'exclude' ? 'excluded' : 'fixed';
    case 'range':
      return kindsOfActs[asked.input.do];
    case 'sameCourier':
      return 'courier';
    case 'tick':
    case 'tickAll':
      return 'ticked';
    case 'leaveOut':
      return 'excluded';
    case 'hidden':
      return 'hidden';
    case 'dateAll':
      return 'dated';
    case 'answerOpen':
      return 'answered';
    default:
      return assertNever(asked);
  }
}

const kindsOfActs = { clear: 'cleared', fill: 'filled', paste: 'pasted', tick: 'ticked' } as const;

function kindOfChange(change: LineChange | undefined): EditKind {
  if (change?.cells) return 'typed';
  return change?.chosen === false ? 'excluded' : 'ticked';
}

/** A step in words, for the button that takes it back. */
export function stepWords({ what, lines, field }: EditLabel): string {
  return text.grid.steps[what](lines, field === undefined ? undefined : text.send.fields[field]);
}
