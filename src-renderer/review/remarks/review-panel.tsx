import { remarkText } from '../../../src-preload/contract/text/remarks.ko';
import { groupTitle } from '../../../src-preload/contract/text/remark-phrases.ko';
import { cleanText } from '../../../src-preload/contract/clean-text';
import { mostFixKeys } from '../../../src-preload/contract/shortcuts';
import type { Remark } from '../../../src-preload/contract/line';
import { chosenRules, useAppState } from '../../state/app-state';
import { shortTime } from '../../ui/clock';
import { CopyButton } from '../../ui/copy-button';
import { Digits } from '../../ui/digits';
import { StateShape } from '../../ui/shapes';
import { StepButton } from '../../ui/step-button';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import { CenterButton } from './center-button';
import { goOnAfterFix } from './after-fix';
import { earlierWords, registeredWords } from './earlier-words';
import { FixButton, SameCourierButton, fixesOffered } from './fix-buttons';
import { NearOrdersOffer } from './near-orders-offer';
import type { ReviewController } from '../state/review-controller';
import { shapeOfRow } from './row-shape';
import { remarksToSay } from './said-remarks';
import { StockMemo } from './stock-memo';

const words = text.send.panel;

interface Props {
  controller: ReviewController;
  row: ReviewRow | undefined;
  /** How many lines want a look. */
  looks: number;
  onSeek(by: 1 | -1): void;
}

/** Everything about the active row: its sentences, its fixes in one order, its numbers in full. */
export function ReviewPanel({ controller, row, looks, onSeek }: Props) {
  return (
    <aside className={row ? 'review-panel' : 'review-panel empty'} data-testid="review-panel" aria-label={words.label}>
      {row ? <Active controller={controller} row={row} /> : <p className="panel-hint">{words.empty}</p>}
      <div className="panel-foot">
        <span>
          {looks === 0 ? words.nothing : row?.nth === undefined ? words.rest(looks) : words.nth(looks, row.nth)}
        </span>
        <StepButton
          by={-1}
          label={words.previous}
          keyName="F8"
          testId="look-previous"
          disabled={looks === 0}
          onStep={onSeek}
        />
        <StepButton by={1} label={words.next} keyName="F8" testId="look-next" disabled={looks === 0} onStep={onSeek} />
      </div>
    </aside>
  );
}

function Active({ controller, row }: { controller: ReviewController; row: ReviewRow }) {
  const { line } = row.checked;
  const { recipient = '', productName = row.book?.product ?? '' } = line.cells;
  const title = [recipient, productName].filter((each) => each !== '').join(' · ');
  const remarks = remarksToSay(row);
  const fixes = fixesOffered(row);
  const leave = fixes.find(({ fix }) => fix.do === 'exclude');
  const others = fixes.filter((fix) => fix !== leave);
  return (
    <>
      <div className="panel-title">
        <h2>{title === '' ? text.send.sheetRow(line.row) : title}</h2>
        <p>{priceOf(row) ?? shapeOfRow(row).word}</p>
      </div>
      <div className="panel-remarks">
        <Earlier row={row} />
        {remarks.map((remark, index) => (
          <RemarkBlock key={`${remark.code}-${index}`} controller={controller} row={row} remark={remark} />
        ))}
      </div>
      <div className="panel-mends">
        {others.map(({ remark, fix, words: name }, at) => (
          <FixButton
            key={name}
            controller={controller}
            row={row}
            remark={remark}
            fix={fix}
            look="panel"
            lead={at === 0 && row.kind === 'look'}
            keys={at < mostFixKeys ? words.keys.fix(at + 1) : undefined}
          />
        ))}
        <SameCourierButton controller={controller} row={row} look="panel" />
        <LeaveOut controller={controller} row={row} />
      </div>
      {line.cells.itemId === undefined || row.handled === true ? null : (
        <StockMemo key={line.row} controller={controller} row={row} />
      )}
      <Facts row={row} />
    </>
  );
}

/** What an item comes to, where its line has a price; a total that says another has a remark of its own. */
function priceOf({ checked: { job } }: ReviewRow): string | undefined {
  const price = job?.values.kind === 'stock' ? job.values.stock.price : undefined;
  return price && text.stock.panel.price(price.unit, price.quantity);
}

function LeaveOut({ controller, row }: { controller: ReviewController; row: ReviewRow }) {
  const isOut = row.checked.line.chosen === false || row.earlierJob?.what === 'excluded';
  if (row.handled === true && !isOut) return null;
  return (
    <button
      type="button"
      className="mend plain"
      data-testid={isOut ? 'put-back' : 'leave-out'}
      onClick={() => leaveOut(controller, row)}
    >
      <span>{isOut ? words.putBack : words.leaveOut}</span>
      <kbd>{words.keys.leave}</kbd>
    </button>
  );
}

/** Takes a line out of this sending, or puts it back in. */
export function leaveOut(controller: ReviewController, { checked, earlierJob }: ReviewRow): void {
  const { row, chosen } = checked.line;
  const isOut = chosen === false || (earlierJob?.what === 'excluded' && chosen !== true);
  const back = earlierJob ? true : null;
  const change = controller.change([{ row, change: { chosen: isOut ? back : false } }]);
  // What is put back is looked at where it stands.
  void (isOut ? change : goOnAfterFix(controller, change));
}

function Earlier({ row }: { row: ReviewRow }) {
  if (!row.earlierJob) return null;
  const both = registeredWords(row);
  const isLook = row.kind === 'look' && row.code !== undefined;
  return (
    <div className="panel-remark">
      <h3>
        <StateShape name={isLook ? 'look' : 'already'} />
        {isLook && row.code !== undefined ? groupTitle(row.code) : shapeOfRow(row).word}
      </h3>
      <p>{both ?? earlierWords(row)}</p>
      {both === undefined ? null : <CenterButton />}
    </div>
  );
}

function RemarkBlock({ controller, row, remark }: { controller: ReviewController; row: ReviewRow; remark: Remark }) {
  const { title, advice } = remarkText(remark, useAppState(chosenRules));
  const isMain = row.kind === 'look' && remark.level !== 'note';
  const shape = remark.level === 'note' ? 'note' : row.kind === 'open' ? 'yet' : shapeOfRow(row).shape;
  return (
    <div className="panel-remark" data-code={remark.code}>
      <h3>
        <StateShape name={isMain && remark.level === 'warning' ? 'look' : shape} />
        {title}
      </h3>
      {advice === undefined || row.handled === true ? null : <p>{advice}</p>}
      {remark.code === 'digits-broken' && row.handled !== true ? (
        <NearOrdersOffer controller={controller} row={row} remark={remark} />
      ) : null}
    </div>
  );
}

/** The whole numbers, and what the file has in their place. */
function Facts({ row }: { row: ReviewRow }) {
  const { line } = row.checked;
  const { book } = row;
  const { courier = '', deliveryMethod = '', dispatchDate = '' } = line.cells;
  const number = (field: 'productOrderId' | 'orderId' | 'itemId') => {
    const value = cleanText(line.cells[field] ?? '');
    if (value === '') return null;
    return (
      <div>
        <dt>{text.send.fields[field]}</dt>
        <dd>
          <span className="panel-number">
            <Digits value={value} />
          </span>
          <CopyButton small value={value} />
        </dd>
      </div>
    );
  };
  return (
    <dl className="panel-facts">
      {number('productOrderId')}
      {number('orderId')}
      {number('itemId')}
      {book?.dueAt === undefined ? null : (
        <div data-testid="line-due" data-due={new Date(book.dueAt).toISOString()}>
          <dt>{words.fields.due}</dt>
          <dd>{words.due(shortTime(book.dueAt))}</dd>
        </div>
      )}
      {book?.product === undefined ? null : (
        <div data-testid="line-product">
          <dt>{words.fields.product}</dt>
          <dd>{book.product}</dd>
        </div>
      )}
      <div>
        <dt>{words.fields.file}</dt>
        <dd>{words.place(line.row, cleanText(courier))}</dd>
      </div>
      {deliveryMethod === '' ? null : (
        <div>
          <dt>{words.fields.method}</dt>
          <dd>{deliveryMethod}</dd>
        </div>
      )}
      {dispatchDate === '' ? null : (
        <div>
          <dt>{words.fields.date}</dt>
          <dd>{dispatchDate}</dd>
        </div>
      )}
    </dl>
  );
}
