import { fixesOf } from '../../src-preload/contract/check/fixes';
import type { Fix } from '../../src-preload/contract/check/fixes';
import type { EarlierJob, Remark } from '../../src-preload/contract/line';
import { mendText, remarkText } from '../../src-preload/contract/text/remarks.ko';
import { centerPages } from '../../src-preload/contract/market-facts';
import { chosenRules, useAppState } from '../state/app-state';
import { shortTime } from '../ui/clock';
import { courierName } from '../ui/courier-picker';
import { groupsOfFour } from '../ui/digits';
import { Icon } from '../ui/icons';
import type { IconName } from '../ui/icons';
import { PageButton } from '../ui/page-button';
import { isConflicting } from '../sheets/already-handled';
import type { ReviewRow } from '../sheets/protocol';
import { isTrimmed } from '../sheets/trimmed';
import { text } from '../text';
import { codeOfCourier } from './courier-code';
import { NearOrdersOffer } from './near-orders-offer';
import { openChoices } from './open-choices';
import { rememberCourier } from './remember-courier';
import type { ReviewController } from './review-controller';

const icons: Record<Remark['level'], IconName> = { error: 'octagon', warning: 'triangle', note: 'info' };

/** Everything that is to be said about a line, each with the click that mends it. */
export function LineRemarks({ controller, row }: { controller: ReviewController; row: ReviewRow }) {
  const { checked, earlierJob, staysBecause, handled, waits } = row;
  // What is dealt with waits for no one: its remarks are told, and ask for nothing.
  const withMends = staysBecause !== 'excluded' && handled !== true;
  return (
    <>
      {earlierJob?.registered && isConflicting(checked, earlierJob) ? (
        <OtherRegistered row={row} registered={earlierJob.registered} />
      ) : earlierJob ? (
        <p className="remark note">
          <Icon name="info" />
          <span>{historyWords(row)[earlierJob.what](shortTime(earlierJob.at))}</span>
        </p>
      ) : null}
      {checked.remarks
        .filter((remark) => isSaidHere(remark, checked.remarks, waits === true))
        .map((remark, index) => (
          <RemarkLine
            key={`${remark.code}-${index}`}
            controller={controller}
            row={row}
            remark={handled || waits ? { ...remark, level: 'note' } : remark}
            withMends={withMends}
          />
        ))}
    </>
  );
}

/** Another courier or number is registered for the order: both, and the place where it is put right. */
function OtherRegistered({ row, registered }: { row: ReviewRow; registered: NonNullable<EarlierJob['registered']> }) {
  const values = row.checked.job?.values;
  const here = values?.kind === 'dispatch' ? values.dispatch : undefined;
  const sheet = { courier: here?.deliveryCompanyCode, number: here?.trackingNumber };
  const { title, advice } = text.send.otherRegistered;
  return (
    <div className="remark warning" data-code="registered-otherwise">
      <Icon name="triangle" />
      <div>
        <p>
          <strong>{title}</strong> {text.log.conflictBoth(shipmentWords(registered), shipmentWords(sheet))} {advice}
        </p>
        <div className="row-acts">
          <PageButton small page={centerPages.naver} label={text.log.openCenters.naver} />
        </div>
      </div>
    </div>
  );
}

function shipmentWords({ courier, number }: { courier?: string | undefined; number?: string | undefined }): string {
  const grouped = number === undefined ? undefined : groupsOfFour(number).join('-');
  return [courier === undefined ? undefined : courierName(courier), grouped].filter(Boolean).join(' ');
}

/**
 * An answer that is still open is asked for by the switch of its own cell, and what was trimmed off numbers, or which
 * courier carries lines that wait for one, is said once for the file; a sentence in every row would only hide others.
 */
function isSaidHere(remark: Remark, all: readonly Remark[], waits: boolean): boolean {
  if (waits && remark.code === 'courier-missing') return false;
  if (remark.code === 'answer-awaited') {
    // A second number says by itself what the line waits for.
    return !all.some(({ code, level, field }) => code !== remark.code && level === 'error' && field === remark.field);
  }
  return remark.code !== 'available-missing' && !isTrimmed(remark);
}

/** A line with an item is a stock line: its answers are spoken of, not shipments. */
function historyWords({ checked }: ReviewRow): typeof text.send.historyWords {
  return checked.line.cells.itemId === undefined ? text.send.historyWords : text.send.stockHistoryWords;
}

interface RemarkProps {
  controller: ReviewController;
  row: ReviewRow;
  remark: Remark;
  withMends: boolean;
}

function RemarkLine({ controller, row, remark, withMends }: RemarkProps) {
  const rules = useAppState(chosenRules);
  const { title, advice } = remarkText(remark, rules);
  const fixes = withMends ? fixesOf(remark, row.checked, rules) : [];
  return (
    <div className={`remark ${remark.level}`} data-code={remark.code}>
      <Icon name={icons[remark.level]} />
      <div>
        <p>
          <strong>{title}</strong> {withMends ? advice : null}
        </p>
        {fixes.length > 0 ? (
          <div className="row-acts">
            {fixes.map((fix) => (
              <MendButton key={mendText(fix)} controller={controller} row={row} remark={remark} fix={fix} />
            ))}
            <SameCourierButton controller={controller} row={row} fixes={fixes} />
          </div>
        ) : null}
        {withMends && remark.code === 'digits-broken' ? (
          <NearOrdersOffer controller={controller} row={row} remark={remark} />
        ) : null}
      </div>
    </div>
  );
}

function MendButton({
  controller,
  row,
  remark,
  fix,
}: {
  controller: ReviewController;
  row: ReviewRow;
  remark: Remark;
  fix: Fix;
}) {
  const { line } = row.checked;
  return (
    <button
      type="button"
      className="button small quiet"
      data-testid="mend-button"
      data-mend={fix.do}
      onClick={(event) => {
        const place = event.currentTarget.closest('[data-testid=review-row]');
        if (fix.do === 'edit') return focusCell(place, fix.field);
        if (fix.do === 'pick-courier') return clickCourier(place);
        if (fix.do === 'choose-column') return openChoices(`column-${fix.field}`);
        if (fix.do === 'courier-for-file') return openChoices('whole-courier');
        if (fix.do === 'set' && fix.field === 'courier') {
          void rememberCourier(line.cells.courier ?? '', codeOfCourier(fix.value));
        }
        void controller.fix(line.row, remark, fix, false);
      }}
    >
      {mendText(fix)}
    </button>
  );
}

/** The same spelling in many lines is mended once for all of them. */
function SameCourierButton({
  controller,
  row,
  fixes,
}: {
  controller: ReviewController;
  row: ReviewRow;
  fixes: readonly Fix[];
}) {
  const { line } = row.checked;
  const only = fixes.filter((fix) => fix.do === 'set' && fix.field === 'courier');
  const [first] = only;
  if (row.sameCourier < 2 || only.length !== 1 || first?.do !== 'set') return null;
  return (
    <button
      type="button"
      className="button small quiet"
      data-testid="mend-all-button"
      onClick={() => {
        void rememberCourier(line.cells.courier ?? '', codeOfCourier(first.value));
        void controller.changeLines('sameCourier', { row: line.row, value: first.value });
      }}
    >
      {text.send.forAllRemarks(row.sameCourier)} {mendText(first)}
    </button>
  );
}

function focusCell(row: Element | null, field: string): void {
  const cell = row?.querySelector<HTMLElement>(`[data-field="${field}"]`);
  cell?.focus();
}

function clickCourier(row: Element | null): void {
  row?.querySelector<HTMLElement>('[data-testid=courier-pick]')?.click();
}
