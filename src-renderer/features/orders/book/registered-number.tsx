import type { BookRow } from '../../../../src-preload/contract/book/row';
import { text } from '../../../text';
import { shortTime } from '../../../ui/clock';
import { CopyButton } from '../../../ui/copy-button';
import { courierName } from '../../../ui/courier-picker';
import { Digits } from '../../../ui/digits';
import { StateShape } from '../../../ui/shapes';

const words = text.book.panel;

/** The number the market has of an order, large enough to be held against a label; copied whole, without its marks. */
export function RegisteredNumber({ row }: { row: BookRow }) {
  const { trackingNumber, courier, sentAt, readAt, parcel } = row;
  if (trackingNumber === undefined) return null;
  return (
    <section className="panel-part" data-testid="registered-number">
      <div className="registered">
        <StateShape name="done" />
        <div>
          <h3>{words.registered}</h3>
          <p className="meta">
            {words.registeredAt(
              sentAt === undefined ? undefined : shortTime(sentAt),
              readAt === 0 ? undefined : shortTime(readAt),
            )}
          </p>
        </div>
      </div>
      <div className="big-number">
        <div>
          <p className="meta">{courier === undefined ? words.number : courierName(courier)}</p>
          <Digits value={trackingNumber} />
        </div>
        <CopyButton small icon value={trackingNumber} label={words.copyNumber} />
      </div>
      {parcel === 'not-scanned' ? <p className="registered-note">{words.notScanned}</p> : null}
    </section>
  );
}
