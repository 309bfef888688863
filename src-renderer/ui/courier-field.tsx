import { useState } from 'react';
import { useAppState } from '../state/app-state';
import { text } from '../text';
import { CourierPicker, courierName } from './courier-picker';

interface Props {
  code: string | undefined;
  label?: string;
  testId?: string;
  tabIndex?: number;
  onPick(code: string): void;
}

/** A labelled button that shows the courier and opens the picker. */
export function CourierField({ code, label = text.send.fields.courier, testId, tabIndex, onPick }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | undefined>(undefined);
  const mine = useMyCouriers();
  return (
    <div className="field">
      <span className="label">{label}</span>
      <button
        type="button"
        className="button courier-button"
        data-testid={testId}
        tabIndex={tabIndex}
        aria-haspopup="listbox"
        aria-expanded={anchor !== undefined}
        aria-label={`${label}: ${code === undefined ? text.send.noCourier : courierName(code)}`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {code === undefined ? text.send.noCourier : courierName(code)}
      </button>
      {anchor ? (
        <CourierPicker
          anchor={anchor}
          mine={mine}
          onPick={(company) => onPick(company.code)}
          onClose={() => setAnchor(undefined)}
        />
      ) : null}
    </div>
  );
}

/** Couriers the seller's own answers named, the most often named first. */
export function useMyCouriers(): readonly string[] {
  const couriers = useAppState((state) => state.memory.couriers);
  const counts = new Map<string, number>();
  for (const code of Object.values(couriers)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([code]) => code);
}
