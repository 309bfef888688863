import { useEffect, useState } from 'react';
import { bookKeepDays } from '../../../src-preload/contract/book/keep-days';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { chosenStore, useAppState } from '../../state/app-state';
import { useBookCounts } from '../../state/book-counts';
import { callOrSay } from '../../state/call-or-say';
import { call } from '../../state/ipc-client';
import { text } from '../../text';
import { onePress } from '../../ui/one-press';

const words = text.book.keep;

/** Asked once, when the first real orders are there: how long names and addresses stay after an order has settled. */
export function KeepQuestion() {
  const [settings, setSettings] = useState<CallOutput<'book-settings'> | undefined>(undefined);
  const isFilled = useBookCounts((state) => state.counts?.filledAt !== undefined);
  const isPractice = useAppState((state) => chosenStore(state)?.practice ?? true);
  useEffect(() => {
    const life = { gone: false };
    void call('book-settings', {}).then((answer) => (answer.ok && !life.gone ? setSettings(answer.value) : undefined));
    return () => {
      life.gone = true;
    };
  }, []);
  if (settings === undefined || settings.keepChosen || isPractice || !isFilled) return null;
  const choose = (keepPersonalDays: (typeof bookKeepDays)[number]): void => {
    const chosen = { ...settings, keepPersonalDays, keepChosen: true };
    setSettings(chosen);
    void callOrSay('book-settings-set', chosen);
  };
  return (
    <section className="notice keep-question" aria-label={words.title} data-testid="keep-question">
      <p className="grow">
        <strong>{words.title}</strong> <span className="faint">{words.body}</span>
      </p>
      {bookKeepDays.map((days) => (
        <button
          key={days}
          type="button"
          className="button small"
          data-testid={`keep-${days}`}
          onClick={onePress(() => choose(days))}
        >
          {words.days(days)}
        </button>
      ))}
    </section>
  );
}
