import { canAnswerStock } from '../../../src-preload/contract/market-facts';
import type { Store } from '../../../src-preload/contract/store';
import { announce } from '../../state/announcements';
import { chooseStore, chosenStore, goTo, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { FileOnDisk } from '../state/file-on-disk';
import { ReviewController, reviewControllers } from '../state/review-controller';
import { endRun, isUnderWay } from '../state/runs-state';
import { addReview, operationFor, removeReview, useSend } from '../state/reviews-state';

/** Whose files these are: the chosen store's; on 재고 a store's that has stock to answer for. */
function storeFor(controller: ReturnType<typeof useAppState.getState>): Store | undefined {
  const chosen = chosenStore(controller);
  if (controller.place !== 'stock' || (chosen && canAnswerStock(chosen))) return chosen;
  const other = controller.stores.find(canAnswerStock);
  if (other) void chooseStore(other.id);
  return other;
}

/** Files handed in before the stores are known; which store a file is for decides how it is read. */
const early: FileOnDisk[] = [];

/** Opens the files that came before the stores were known. */
export function takeEarlyFiles(): void {
  takeFiles(early.splice(0));
}

/** Opens every file in a review of its own. A file under review pushes no other away. */
export function takeFiles(given: readonly (File | FileOnDisk)[]): void {
  // Kept at once: what changes from here on is noticed.
  const files = given.map((each) => (each instanceof File ? new FileOnDisk(each) : each));
  const controller = useAppState.getState();
  if (controller.phase === 'starting') {
    early.push(...files);
    return;
  }
  const store = storeFor(controller);
  if (!store || files.length === 0) return;
  if (useAppState.getState().place !== 'stock') goTo('send');
  forgetFinished();
  for (const source of files) {
    const key = crypto.randomUUID();
    addReview({
      key,
      storeId: store.id,
      market: store.market,
      fileName: source.file.name,
      operation: operationFor(store.market),
      phase: 'reading',
      rowsRead: 0,
      stored: 0,
      tab: 'all',
    });
    const review = new ReviewController(key, source);
    reviewControllers.set(key, review);
    void review.open();
  }
}

/** Tabs with nothing left to do make room: files that were sent whole, or could not be used. */
function forgetFinished(): void {
  for (const { key, phase } of useSend.getState().reviews) {
    if (phase === 'failed' || (phase === 'sent' && !isUnderWay(key))) closeReview(key);
  }
}

/** Takes a tab away together with its worker. */
export function closeReview(key: string): void {
  reviewControllers.get(key)?.end();
  reviewControllers.delete(key);
  endRun(key);
  removeReview(key);
}

/** A table that was copied from a page or a sheet counts as a file. Answers false if there was none. */
export function takePaste(clipboard: DataTransfer): boolean {
  const files = [...clipboard.files];
  if (files.length > 0) {
    takeFiles(files);
    return true;
  }
  const file = pastedFile(clipboard.getData('text/html'), clipboard.getData('text/plain'));
  if (file) takeFiles([file]);
  return file !== undefined;
}

function pastedFile(html: string, plain: string): File | undefined {
  const name = text.send.pastedName;
  // A sheet hands over both; its text keeps sixteen digits, its HTML may not.
  if (plain.includes('\t') && plain.trim().includes('\n')) return new File([plain], `${name}.tsv`);
  return /<table[\s>]/iu.test(html) ? new File([html], `${name}.html`) : undefined;
}

/** Reads the clipboard when the button is pressed; browsers allow it only where the system does. */
export function pasteByButton(): void {
  announce(text.send.pasteHint);
}
