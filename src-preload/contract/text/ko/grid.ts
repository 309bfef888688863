import type { EditKind } from '../../edit-step';
import { figure } from '../numbers';

function named(field: string | undefined, act: string, lines: number): string {
  const what = field === undefined ? act : `${field} ${act}`;
  return lines > 1 ? `${lines}줄 ${what}` : what;
}

/** What is said of working in the cells of a table. */
export const grid = {
  /** The box above all lines. */
  tickAll: '바로 가능한 줄 모두 고르기, 모두 빼기',
  pasted: (rows: number) => `${rows}줄에 붙여넣었어요.`,
  pastedSome: (rows: number, beyond: number) =>
    `${rows}줄에 붙여넣었어요. 복사한 내용이 ${beyond}줄 더 있지만 아래에 줄이 없어서 남겼어요.`,
  fixedCell: (column: string) => `‘${column}’ 칸은 여기서 바꿀 수 없어요. 아무것도 바꾸지 않았어요.`,
  tools: '고친 것',
  undo: '되돌리기',
  redo: '다시 하기',
  undoStep: (step: string) => `되돌리기 (Ctrl+Z): ${step}`,
  redoStep: (step: string) => `다시 하기 (Ctrl+Y): ${step}`,
  nothingToUndo: '되돌릴 것이 없어요.',
  nothingToRedo: '다시 할 것이 없어요.',
  undone: (step: string) => `되돌렸어요: ${step}`,
  redone: (step: string) => `다시 했어요: ${step}`,
  undoFailed: '되돌리지 못했어요. 그사이에 처리한 줄일 수 있어요.',
  /** The file is read by other columns, another sheet or in another encoding. */
  historyCleared: '표를 다시 읽었어요. 고친 값은 그대로 두고, 되돌리기 목록은 비웠어요.',
  /** The edit holds; taking it back may not, after a restart. */
  historyFailed: '되돌리기 목록에 저장하지 못했어요. 고친 값은 그대로 있어요.',
  find: {
    label: '이 표에서 찾기',
    withKeys: '이 표에서 찾기 (Ctrl+F)',
    hint: '이름, 상품, 번호',
    next: '다음 찾기',
    previous: '이전 찾기',
    close: '찾기 끝내기',
    progress: (hits: number, nth: number | undefined) =>
      hits === 0 ? '찾는 줄이 없어요' : `${figure(hits)}줄 중 ${figure(nth ?? 1)}번째`,
  },
  remarkFilter: {
    label: '안내로 골라 보기',
    labelOn: (kinds: number) => `안내 ${kinds}가지만 보고 있어요`,
    none: '안내가 있는 줄이 없어요.',
    lines: (lines: number) => `${figure(lines)}줄`,
    all: '모두 보기',
  },
  /** What a step did, with how many lines, and in which column where it is one. */
  steps: {
    typed: (lines: number, field?: string) => named(field, '고치기', lines),
    pasted: (lines: number, field?: string) => named(field, '붙여넣기', lines),
    cleared: (lines: number, field?: string) => named(field, '지우기', lines),
    filled: (lines: number, field?: string) => named(field, '아래로 채우기', lines),
    ticked: (lines: number) => `${lines}줄 고르기`,
    excluded: (lines: number) => `${lines}줄 제외하기`,
    fixed: (lines: number, field?: string) => named(field, '고치기', lines),
    dated: (lines: number) => `${lines}줄 발송일`,
    courier: (lines: number) => `${lines}줄 택배사`,
    hidden: (lines: number) => `숨은 줄 ${lines}줄`,
    answered: (lines: number) => `${lines}줄 답하기`,
    'whole-courier': () => '파일 전체의 택배사',
    joined: (lines: number) => `${lines}줄 짝 맞추기`,
  } satisfies Record<EditKind, (lines: number, field?: string) => string>,
  fixedCells: '이 칸은 여기서 바꿀 수 없어요. 아무것도 바꾸지 않았어요.',
};
