import { create } from 'zustand';

export const findPanes = ['find', 'confirm'] as const;
export type FindPane = (typeof findPanes)[number];

/** Whether 번호로 찾기 is open, and which of its two sides is shown. */
export const useFindSheet = create<{ isOpen: boolean; pane: FindPane }>()(() => ({ isOpen: false, pane: 'find' }));

/** Opens the side sheet. */
export function openFind(): void {
  useFindSheet.setState({ isOpen: true });
}

/** Closes it; what stands in it stays. */
export function closeFind(): void {
  useFindSheet.setState({ isOpen: false });
}
