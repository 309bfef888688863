import { text } from '../text';
import { goTo } from '../state/app-state';
import type { Place } from '../state/app-state';

/** A place without content yet: says what will be there and leads on. */
export function EmptyPlace({ place, next }: { place: 'insights'; next: Place }) {
  const words = text.places[place];
  return (
    <div className="place">
      <h1>{words.title}</h1>
      <p>{words.what}</p>
      <p>{words.meanwhile}</p>
      <button type="button" className="button primary" onClick={() => goTo(next)}>
        {words.go}
      </button>
    </div>
  );
}
