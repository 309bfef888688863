/** What is said of working in the cells of a table. */
export const grid = {
  /** The box above all lines. */
  tickAll: '바로 가능한 줄 모두 고르기, 모두 빼기',
  pasted: (rows: number) => `${rows}줄에 붙여넣었어요.`,
  pastedSome: (rows: number, beyond: number) =>
    `${rows}줄에 붙여넣었어요. 복사한 내용이 ${beyond}줄 더 있지만 아래에 줄이 없어서 남겼어요.`,
  fixedCell: (column: string) => `‘${column}’ 칸은 여기서 바꿀 수 없어요. 아무것도 바꾸지 않았어요.`,
  fixedCells: '이 칸은 여기서 바꿀 수 없어요. 아무것도 바꾸지 않았어요.',
};
