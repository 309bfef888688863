import { useEffect, useState } from 'react';
import { bookKeepDays } from '../../../src-preload/contract/book/keep-days';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { StoreId } from '../../../src-preload/contract/ids';
import { hasOrders } from '../../../src-preload/contract/market-facts';
import { useAppState } from '../../state/app-state';
import { callOrSay } from '../../state/call-or-say';
import { call } from '../../state/ipc-client';
import { text } from '../../text';
import { Choice } from './choice';
import type { Settled } from '../../ui/use-settled-text';
import { SettledInput } from './settled-input';

const words = text.settings.book;
type BookSettings = CallOutput<'book-settings'>;

const dayChoices = [3, 7, 14, 30, 60];
const minuteChoices = [2, 5, 10, 20, 30, 60];

/** 주문 목록: how far back it begins, how often it is read, how long names stay, the hour of 오늘출발. */
export function BookSettingsCard() {
  const hasAny = useAppState((state) => state.stores.some(hasOrders));
  const [settings, setSettings] = useState<BookSettings | undefined>(undefined);
  useEffect(() => {
    const life = { gone: false };
    void call('book-settings', {}).then((answer) => (answer.ok && !life.gone ? setSettings(answer.value) : undefined));
    return () => {
      life.gone = true;
    };
  }, []);
  const chosen = useAppState((state) => state.chosen);
  const marketHour = useMarketHour(chosen);
  if (!hasAny || settings === undefined) return null;
  const change = async (patch: Partial<BookSettings>): Promise<boolean> => {
    const { todayMinutes, ...rest } = { ...settings, ...patch };
    const next = todayMinutes === undefined ? rest : { ...rest, todayMinutes };
    setSettings(next);
    const isStored = await callOrSay('book-settings-set', next);
    if (!isStored) setSettings((shown) => (shown === next ? settings : shown));
    return isStored;
  };
  return (
    <section className="card program-settings" aria-label={words.title} data-testid="book-settings">
      <h2>{words.title}</h2>
      <Choice
        id="book-every"
        label={words.every}
        hint={words.everyHint}
        value={settings.everyMinutes}
        choices={minuteChoices}
        say={words.everyOf}
        onChange={(everyMinutes) => void change({ everyMinutes })}
      />
      <Choice
        id="book-days-back"
        label={words.daysBack}
        hint={words.daysBackHint}
        value={settings.daysBack}
        choices={dayChoices}
        say={words.daysBackOf}
        onChange={(daysBack) => void change({ daysBack })}
      />
      <Choice
        id="book-keep"
        label={words.keep}
        hint={words.keepHint}
        value={settings.keepPersonalDays}
        choices={bookKeepDays}
        say={words.keepOf}
        onChange={(days) =>
          void change({
            keepPersonalDays: bookKeepDays.find((each) => each === days) ?? settings.keepPersonalDays,
            keepChosen: true,
          })
        }
      />
      {marketHour?.is === 'known' ? (
        <MarketHourField {...marketHour} />
      ) : (
        <TodayHour minutes={settings.todayMinutes} onChange={(todayMinutes) => change({ todayMinutes })} />
      )}
    </section>
  );
}

type MarketHour = CallOutput<'book-today-hour'>;

/** What the market tells of the chosen store. */
function useMarketHour(storeId: StoreId | undefined): MarketHour | undefined {
  const [read, setRead] = useState<{ storeId: StoreId; hour: MarketHour } | undefined>(undefined);
  useEffect(() => {
    if (storeId === undefined) return undefined;
    const life = { gone: false };
    void call('book-today-hour', { storeId }).then((answer) =>
      answer.ok && !life.gone ? setRead({ storeId, hour: answer.value }) : undefined,
    );
    return () => {
      life.gone = true;
    };
  }, [storeId]);
  return read !== undefined && read.storeId === storeId ? read.hour : undefined;
}

/** The hour the market tells: it is changed at the market. */
function MarketHourField({ minutes, closedWeekday }: Extract<MarketHour, { is: 'known' }>) {
  const weekdays: Readonly<Record<string, string>> = words.weekdays;
  const closed = closedWeekday === undefined ? undefined : (weekdays[closedWeekday] ?? closedWeekday);
  return (
    <div className="field" data-testid="book-today-known">
      <b>{words.todayHour}</b>
      <span>{words.todayFromMarket(hourOf(minutes), closed)}</span>
      <span className="hint">{words.todayFromMarketHint}</span>
    </div>
  );
}

/** Minutes after midnight as the field writes them, and back; undefined: no hour. */
function hourOf(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function minutesOf(hour: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/u.exec(hour) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

function TodayHour({
  minutes,
  onChange,
}: {
  minutes: number | undefined;
  onChange(minutes: number | undefined): Promise<boolean>;
}) {
  const settle = (typed: string): Settled => {
    const next = minutesOf(typed);
    // A field that is half filled in says nothing: what is stored goes with the button.
    if (next === undefined || next === minutes) return { shown: hourOf(minutes) };
    return { shown: typed, storing: onChange(next) };
  };
  return (
    <div className="field">
      <label htmlFor="book-today-hour">{words.todayHour}</label>
      <div className="inline-field">
        <SettledInput
          id="book-today-hour"
          type="time"
          className="input"
          data-testid="book-today-hour"
          saved={hourOf(minutes)}
          settle={settle}
        />
        {minutes === undefined ? null : (
          <button type="button" className="button small" onClick={() => void onChange(undefined)}>
            {words.todayHourClear}
          </button>
        )}
      </div>
      <span className="hint">{words.todayHourHint}</span>
    </div>
  );
}
