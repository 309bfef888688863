import { useEffect, useState } from 'react';
import { announce } from '../../state/announcements';
import { useAppState } from '../../state/app-state';
import { text } from '../../text';
import { reviewControllers } from '../state/review-controller';
import { droppedFiles } from './dropped-files';
import { takeFiles, takePaste } from './take-files';

/** Files may be dropped anywhere in the window; a copied table may be pasted wherever nothing is being typed. */
export function DropEverywhere() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    // Before anything takes the drop for itself: the veil goes with every drop.
    const onAnyDrop = (): void => setOver(false);
    const onDrop = (event: DragEvent): void => {
      if (!event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      takeFiles(droppedFiles(event.dataTransfer));
    };
    const onPaste = (event: ClipboardEvent): void => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input:not([type=checkbox]), textarea, [role=dialog], [role=alertdialog]');
      const { place } = useAppState.getState();
      if (typing || !event.clipboardData || (place !== 'send' && place !== 'stock')) return;
      event.preventDefault();
      if (!takePaste(event.clipboardData)) announce(text.send.nothingPasted);
    };
    // Coming back from Excel: whatever was saved there meanwhile is another file than the one under review.
    const onFocus = (): void => {
      for (const review of reviewControllers.values()) void review.showFile();
    };
    window.addEventListener('focus', onFocus);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onAnyDrop, { capture: true });
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('focus', onFocus);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onAnyDrop, { capture: true });
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, []);
  return over ? (
    <div className="drop-veil">
      <p>{text.send.dropHere}</p>
    </div>
  ) : null;
}
