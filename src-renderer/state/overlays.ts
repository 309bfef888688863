import { create } from 'zustand';

type Overlay = 'keys' | 'palette';

/** Which list lies over the window: of the keys, or of what can be done. */
export const useOverlay = create<{ open: Overlay | undefined }>()(() => ({ open: undefined }));

/** Opens one of them, or closes with undefined. */
export function openOverlay(open: Overlay | undefined): void {
  useOverlay.setState({ open });
}
