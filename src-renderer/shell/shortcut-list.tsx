import { Dialog } from '@base-ui/react/dialog';
import { shortcuts, tableShortcuts } from '../../src-preload/contract/shortcuts';
import type { Act, Chord } from '../../src-preload/contract/shortcuts';
import { useAppState } from '../state/app-state';
import { text } from '../text';
import { keyWords } from '../ui/act-keys';
import { useOnceOpen } from '../ui/once-open';
import { openOverlay, useOverlay } from '../state/overlays';
import { shownPlaces } from './run-act';

const words = text.shortcuts;

/** F1: every key of the window, in a dialog. */
export function ShortcutList() {
  const open = useOverlay((state) => state.open === 'keys');
  const isWanted = useOnceOpen(open);
  const stores = useAppState((state) => state.stores);
  const places = shownPlaces(stores);
  /** Undefined: no such place now. */
  const nameOf = (act: Act): string | undefined => {
    switch (act) {
      case 'place-1':
      case 'place-2':
      case 'place-3':
      case 'place-4':
      case 'place-5':
      case 'place-6': {
        const place = places[Number(act.slice(-1)) - 1];
        return place === undefined ? undefined : text.shell.nav[place];
      }
      default:
        return words.acts[act];
    }
  };
  if (!isWanted) return null;
  return (
    <Dialog.Root open={open} onOpenChange={(next) => openOverlay(next ? 'keys' : undefined)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-shade" />
        <Dialog.Popup className="dialog key-list" data-testid="key-list">
          <Dialog.Title render={<h2 />}>{words.title}</Dialog.Title>
          <div className="key-columns">
            <Group
              title={words.groups.window}
              rows={shortcuts.flatMap(({ act, chords }) => {
                const name = nameOf(act);
                return name === undefined ? [] : [{ name, chords }];
              })}
            />
            <Group
              title={words.groups.table}
              rows={tableShortcuts.map(({ act, chords }) => ({ name: words.tableActs[act], chords }))}
            />
          </div>
          <div className="acts">
            <Dialog.Close className="button">{words.close}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Group({ title, rows }: { title: string; rows: { name: string; chords: readonly Chord[] }[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ name, chords }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {chords
                .filter(({ alias }) => alias !== true)
                .map((chord) => {
                  const keys = keyWords(chord);
                  return <kbd key={keys}>{keys}</kbd>;
                })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
