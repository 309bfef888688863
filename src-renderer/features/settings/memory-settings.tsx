import { useEffect, useState } from 'react';
import type { Remembered, RememberedKind } from '../../../src-preload/contract/remembered';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import { courierName } from '../../ui/courier-picker';
import { useAppState } from '../../state/app-state';
import { onePress } from '../../ui/one-press';
import { text } from '../../text';

const words = text.settings.memory;
/** Headers that are enough to know a sheet again. */
const headersShown = 6;

interface Item {
  name: string;
  says: string;
}

/** Answers of the seller that are not asked for again, each to be forgotten. */
export function MemorySettings() {
  const [remembered, setRemembered] = useState<Remembered | undefined>(undefined);
  const known = useAppState((state) => state.memory.couriers);
  useEffect(() => {
    let here = true;
    void call('memory-list', {}).then((answer) => (here && answer.ok ? setRemembered(answer.value) : undefined));
    return () => {
      here = false;
    };
  }, []);
  if (!remembered) return null;
  const { columns, takeAll } = remembered;
  // Switched off above, all names are forgotten at once.
  const couriers = remembered.couriers.filter(({ name }) => Object.hasOwn(known, name));

  async function forget(what: RememberedKind, name: string): Promise<void> {
    const answer = await call('memory-forget', { what, name });
    if (!answer.ok) return announce(text.shell.callFailed);
    forgetHere(what, name);
    const left = await call('memory-list', {});
    if (left.ok) setRemembered(left.value);
    announce(words.forgot);
  }

  return (
    <section className="card program-settings" aria-label={words.title} data-testid="memory">
      <h2>{words.title}</h2>
      <p className="hint">{couriers.length + columns.length + takeAll.length === 0 ? words.none : words.about}</p>
      <Group
        title={words.couriers(couriers.length)}
        kind="courier"
        items={couriers.map(({ name, code }) => ({ name, says: words.courier(name, courierName(code)) }))}
        forget={forget}
      />
      <Group title={words.columns(columns.length)} kind="columns" items={columns.map(sheetItem)} forget={forget} />
      <Group title={words.takeAll(takeAll.length)} kind="take-all" items={takeAll.map(sheetItem)} forget={forget} />
      <div>
        <button
          type="button"
          className="button"
          data-testid="forget-sheet-passwords"
          onClick={() => void forgetPasswords()}
        >
          {text.settings.forgetPasswords}
        </button>
      </div>
    </section>
  );
}

async function forgetPasswords(): Promise<void> {
  const answer = await call('sheet-passwords-forget', {});
  announce(answer.ok ? text.settings.forgotPasswords : text.shell.callFailed);
}

function sheetItem({ name, headers }: Remembered['columns'][number]): Item {
  const written = headers.filter((header) => header !== '');
  return { name, says: words.sheet(written.slice(0, headersShown).join(', '), written.length - headersShown) };
}

interface GroupProps {
  title: string;
  kind: RememberedKind;
  items: Item[];
  forget(what: RememberedKind, name: string): Promise<void>;
}

function Group({ title, kind, items, forget }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <details className="remembered" data-testid={`memory-${kind}`}>
      <summary>{title}</summary>
      <ul>
        {items.map(({ name, says }) => (
          <li key={name}>
            <span>{says}</span>
            <button
              type="button"
              className="button small"
              data-testid="memory-forget"
              aria-label={words.forgetThis(says)}
              onClick={onePress(() => void forget(kind, name))}
            >
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The next file is read without it. */
function forgetHere(what: RememberedKind, name: string): void {
  useAppState.setState(({ memory }) => {
    const { [name]: _courier, ...couriers } = memory.couriers;
    const { [name]: _columns, ...columns } = memory.columns;
    return {
      memory: {
        couriers: what === 'courier' ? couriers : memory.couriers,
        columns: what === 'columns' ? columns : memory.columns,
      },
    };
  });
}
