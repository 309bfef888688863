import { koreanMinute } from '../../../../src-preload/contract/korean-time';
import { chosenStore, useAppState } from '../../../state/app-state';
import { text } from '../../../text';
import { onePress } from '../../../ui/one-press';
import { LineIcon, StateShape } from '../../../ui/shapes';
import { useNow } from '../../../ui/clock';
import { BookList } from '../book/book-list';
import { useBook } from '../book/book-state';
import { PullOutRow } from './pull-out-box';
import { pullOutSections, sectionOf, usePullOuts } from './pull-outs-state';

const words = text.book.pullOuts;

/** 뺄 상자: what changed about a box after it got its number, to be decided on, ticked off, or printed and ticked by hand. */
export function PullOutTab() {
  const store = useAppState(chosenStore);
  const storeId = useBook((state) => state.storeId);
  const { boxes, setPulled } = usePullOuts(storeId);
  if (boxes === undefined || storeId === undefined) return null;
  // The list says why it is empty.
  if (boxes.length === 0) return <BookList />;
  const pulled = boxes.filter(({ isPulled }) => isPulled).length;
  return (
    <>
      <PrintHead boxes={boxes.length} store={store?.label ?? ''} />
      <div className="pull-scroll">
        {pullOutSections.map((section) => {
          const inSection = boxes.filter((box) => sectionOf(box) === section);
          if (inSection.length === 0) return null;
          const said = words.sections[section];
          return (
            <section key={section} className="pull-section" data-section={section}>
              <h2>
                <StateShape name={section === 'cancel' ? 'held' : 'look'} />
                {said.title} <span className="faint">{said.hint(inSection.length)}</span>
              </h2>
              <ol className="pulls">
                {inSection.map((box) => (
                  <PullOutRow
                    key={box.key}
                    storeId={storeId}
                    box={box}
                    onPulled={(isPulled) => setPulled(box, isPulled)}
                  />
                ))}
              </ol>
            </section>
          );
        })}
        <p className="print-only">{words.printHint}</p>
      </div>
      <footer className="book-foot">
        <p className="grow">
          <b className="num" data-testid="pull-out-count">
            {words.count(pulled, boxes.length)}
          </b>{' '}
          {words.countWord} <span className="faint">· {words.tick}</span>
        </p>
        <button
          type="button"
          className="button primary large"
          data-testid="pull-out-print"
          onClick={onePress(() => window.print())}
        >
          <LineIcon name="print" />
          {words.print(boxes.length)}
        </button>
      </footer>
    </>
  );
}

/** The sentence over the list. */
export function PullOutSay() {
  const storeId = useBook((state) => state.storeId);
  const { boxes } = usePullOuts(storeId);
  if (boxes === undefined) return text.book.tabs['pull-out'];
  const left = boxes.filter(({ isPulled }) => !isPulled).length;
  if (boxes.length === 0) return words.none;
  return left === 0 ? words.allPulled(boxes.length) : words.say(left);
}

function PrintHead({ boxes, store }: { boxes: number; store: string }) {
  const now = useNow(true);
  return (
    <header className="print-only print-head">
      <h1>{words.printTitle(boxes)}</h1>
      <p>{words.printed(store, koreanMinute(now))}</p>
    </header>
  );
}
