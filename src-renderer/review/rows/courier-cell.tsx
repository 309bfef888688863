import { useRef, useState } from 'react';
import type { Company } from '../../../src-preload/contract/market-rules';
import type { CellSpot } from '../../grid/grid-row';
import { useMyCouriers } from '../../ui/courier-field';
import { CourierPicker, courierName } from '../../ui/courier-picker';
import { Icon } from '../../ui/icons';
import type { ReviewRow } from '../../sheets/protocol';
import { chosenRules, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { CourierTyping } from './courier-typing';
import { rememberCourier } from '../remarks/remember-courier';
import type { ReviewController } from '../state/review-controller';

interface Props {
  controller: ReviewController;
  row: ReviewRow;
  spot: CellSpot;
}

/** The courier of a line: shows the name we understood, and opens the list on a click, on F2 or on the first letter. */
export function CourierCell({ controller, row, spot }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const typing = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<HTMLElement | undefined>(undefined);
  const usual = useMyCouriers();
  const { methods } = useAppState(chosenRules).shipments;
  const { line, job } = row.checked;
  const given = line.cells.courier ?? '';
  const code = job?.values.kind === 'dispatch' ? job.values.dispatch.deliveryCompanyCode : undefined;
  const shown = code === undefined ? given : courierName(code);
  const inFile =
    controller.review?.summary?.going.couriers
      .map(([each]) => each)
      .filter((each) => methods.resolve(each) === undefined) ?? [];
  const mine = [...new Set([...usual, ...inFile])];
  const label = `${text.send.sheetRow(line.row)} ${text.send.fields.courier}: ${shown === '' ? text.send.noCourier : shown}`;
  const forAll = row.sameCourier > 1 ? text.send.forAllSame(given, row.sameCourier) : undefined;

  function write(value: string): void {
    void controller.edit(line.row, 'courier', value);
  }
  function pick(company: Company, all: boolean): void {
    if (all) void controller.changeLines('sameCourier', { row: line.row, value: company.name });
    else write(company.name);
    void rememberCourier(given, company.code);
  }

  return (
    <>
      <div className="typed-over">
        {spot.active ? (
          <CourierTyping
            fieldRef={typing}
            value={given}
            label={label}
            mine={mine}
            forAll={forAll}
            onPick={pick}
            onTyped={write}
            onOpen={() => setOpened(button.current ?? undefined)}
            leave={spot.leave}
          />
        ) : null}
        <button
          ref={button}
          type="button"
          className={shown === '' ? 'courier-pick empty' : 'courier-pick'}
          data-testid="courier-pick"
          aria-haspopup="listbox"
          aria-expanded={opened !== undefined}
          aria-label={label}
          onClick={(event) => setOpened(event.currentTarget)}
        >
          <span className={shown === '' ? 'one-line faint' : 'one-line'}>
            {shown === '' ? text.send.noCourierInCell : shown}
          </span>
          <Icon name="down" size={12} />
        </button>
      </div>
      {opened ? (
        <CourierPicker
          anchor={opened}
          mine={mine}
          forAll={forAll}
          onPick={pick}
          onTyped={write}
          onClose={() => {
            setOpened(undefined);
            typing.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
    </>
  );
}
