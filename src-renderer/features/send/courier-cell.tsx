import { useEffect, useRef, useState } from 'react';
import { cleanText, isBlankText } from '../../../src-preload/contract/clean-text';
import { resolveMethod } from '../../../src-preload/contract/markets/naver/methods';
import type { CellSpot } from '../../grid/grid-row';
import { useMyCouriers } from '../../parts/courier-field';
import { CourierPicker, courierName } from '../../parts/courier-picker';
import { Mark } from '../../parts/marks';
import type { ReviewRow } from '../../sheets/protocol';
import { text } from '../../text';
import { rememberCourier } from './remember-courier';
import type { ReviewDesk } from './review-desk';

interface Props {
  desk: ReviewDesk;
  row: ReviewRow;
  spot: CellSpot;
}

/** The courier of a line: shows the name we understood, and opens the list on a click, on F2 or on the first letter. */
export function CourierCell({ desk, row, spot }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<{ anchor: HTMLElement; query: string } | undefined>(undefined);
  const usual = useMyCouriers();
  const { line, job } = row.checked;
  const given = line.cells.courier ?? '';
  const code = job?.values.kind === 'dispatch' ? job.values.dispatch.deliveryCompanyCode : undefined;
  const shown = code === undefined ? given : courierName(code);
  const inFile =
    desk.face?.summary?.going.couriers.map(([each]) => each).filter((each) => resolveMethod(each) === undefined) ?? [];
  const { active } = spot;
  useEffect(() => {
    if (active) button.current?.focus({ preventScroll: true });
  }, [active]);

  function write(value: string): void {
    void desk.edit(line.row, 'courier', value);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="courier-pick"
        data-testid="courier-pick"
        aria-haspopup="listbox"
        aria-expanded={opened !== undefined}
        aria-label={`${text.send.sheetRow(line.row)} ${text.send.fields.courier}: ${shown === '' ? text.send.noCourier : shown}`}
        onClick={(event) => setOpened({ anchor: event.currentTarget, query: '' })}
        onKeyDown={(event) => {
          const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== ' ';
          if (event.key !== 'F2' && !letter) return;
          event.preventDefault();
          event.stopPropagation();
          setOpened({ anchor: event.currentTarget, query: letter ? event.key : '' });
        }}
      >
        <span className={shown === '' ? 'one-line faint' : 'one-line'}>
          {shown === '' ? text.send.noCourier : shown}
        </span>
        <Mark name="down" size={12} />
      </button>
      {code !== undefined && !isBlankText(given) && cleanText(given) !== shown ? (
        <span className="second one-line">{given}</span>
      ) : null}
      {opened ? (
        <CourierPicker
          anchor={opened.anchor}
          query={opened.query}
          mine={[...new Set([...usual, ...inFile])]}
          forAll={row.sameCourier > 1 ? text.send.forAllSame(given, row.sameCourier) : undefined}
          onPick={(company, all) => {
            if (all) void desk.act('sameCourier', { row: line.row, value: company.name });
            else write(company.name);
            void rememberCourier(given, company.code);
          }}
          onTyped={write}
          onClose={() => {
            setOpened(undefined);
            button.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
      {row.sameCourier > 1 &&
      line.edited?.includes('courier') !== true &&
      row.checked.remarks.some(({ field, level }) => field === 'courier' && level === 'error') ? (
        <span className="second">{text.send.sameText(given, row.sameCourier)}</span>
      ) : null}
    </>
  );
}
