import type { Act, Chord, TableAct } from '../../shortcuts';

/** What an act is called in the list of keys, the palette and the menu; those that lead to a screen have its name. */
const acts: Record<Exclude<Act, `place-${number}`>, string> = {
  'open-file': '파일 고르기',
  'next-file': '다음 파일 보기',
  'previous-file': '이전 파일 보기',
  'close-file': '파일 닫기',
  'side-sheet': '열과 양식 바꾸기',
  find: '이 화면에서 찾기',
  print: '뺄 상자 출력하기',
  primary: '이 화면의 파란 단추 누르기',
  palette: '빠른 실행 열기',
  keys: '단축키 보기',
  undo: '되돌리기, 아니면 열린 것 닫기',
  'zoom-in': '글자 크게',
  'zoom-out': '글자 작게',
  'zoom-reset': '글자 크기 보통으로',
};

const tableActs: Record<TableAct, string> = {
  move: '칸 옮기기 (Ctrl과 함께 끝까지)',
  extend: '여러 칸 고르기',
  edit: '값 고치기',
  commit: '다 쓰고 아래 칸, 옆 칸으로 가기',
  tick: '줄 고르기',
  'tick-all': '모든 줄 고르기',
  clear: '칸 비우기',
  exclude: '이 줄 제외하기',
  copy: '복사하기',
  paste: '붙여넣기 (칸 밖에서는 복사한 표로 검토)',
  fill: '아래로 채우기',
  'undo-edit': '고친 것 되돌리기',
  'redo-edit': '되돌린 것 다시 하기',
  'find-next': '다음 찾기 (Shift와 함께 이전 찾기)',
  widen: '열 이름에서 폭 바꾸기 (맨 위 줄에서 ↑로 가고, Enter로 정렬)',
  'next-remark': '살펴볼 다음 줄 (Shift와 함께 이전 줄)',
  mends: '이 줄을 고치는 방법 고르기',
};

const keys: Partial<Record<string, string>> = {
  Arrow: '화살표',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  Delete: 'Del',
  ' ': '스페이스',
};
const macKeys = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' };
const otherKeys = { mod: 'Ctrl', ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift' };

/** A chord as it is printed next to an act: Ctrl+1, on macOS ⌘1. */
export function chordWords({ key, mod, ctrl, alt, shift }: Chord, isMac: boolean): string {
  const names = isMac ? macKeys : otherKeys;
  const parts = [
    mod ? names.mod : undefined,
    ctrl ? names.ctrl : undefined,
    alt ? names.alt : undefined,
    shift ? names.shift : undefined,
    keys[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ];
  return parts.filter((each) => each !== undefined).join(isMac ? '' : '+');
}

export const shortcuts = {
  title: '단축키',
  groups: { window: '어디에서나', table: '표에서' },
  acts,
  tableActs,
  withKeys: (words: string, pressed: string) => `${words} (${pressed})`,
  close: '닫기',
  menus: { file: '파일', view: '보기', help: '도움말' },
  palette: {
    title: '빠른 실행',
    hint: '화면, 택배사, 할 일을 찾아요. 초성도 돼요: ㅊㄹㄴㅇ',
    none: '찾는 것이 없어요. 다른 말로 찾아 보세요.',
    kinds: { place: '화면', act: '할 일', store: '스토어', courier: '파일 전체 택배사' },
    courier: (name: string) => `이 파일의 택배사를 ${name}로 정하기`,
    light: '밝은 테마로 바꾸기',
    dark: '어두운 테마로 바꾸기',
    system: '시스템 테마 따르기',
    connect: '스토어 연결하기',
  },
};
