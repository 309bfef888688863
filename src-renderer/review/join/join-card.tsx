import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/icons';
import { text } from '../../text';
import { lineType } from './join-drag';
import { phoneEnd } from './join-words';
import type { Join } from './joins-state';

const words = text.join;
/** Right below the pointer, in px, so that what is under it stays to be seen. */
const offset = { x: 12, y: 16 };

/** What is dragged, under the pointer, and what dropping it here would do. The foot says the same for the keyboard. */
export function JoinCard({ join }: { join: Join }) {
  const card = useRef<HTMLDivElement>(null);
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    function follow(event: DragEvent): void {
      if (event.dataTransfer?.types.includes(lineType) !== true) return;
      setDragged(true);
      card.current?.style.setProperty('translate', `${event.clientX + offset.x}px ${event.clientY + offset.y}px`);
    }
    const end = (): void => setDragged(false);
    const ends = ['drop', 'dragend'] as const;
    // Before the rows take it: one of them may stop it on its way up.
    document.addEventListener('dragover', follow, true);
    for (const name of ends) document.addEventListener(name, end, true);
    return () => {
      document.removeEventListener('dragover', follow, true);
      for (const name of ends) document.removeEventListener(name, end, true);
    };
  }, []);
  const { lifted, target } = join;
  const { recipient = '', phone = '', otherPhone = '' } = join.lines.get(lifted ?? 0)?.cells ?? {};
  const order = join.orders.get(target ?? '');
  return (
    <div
      ref={card}
      className="join-card"
      data-testid="join-card"
      aria-hidden="true"
      hidden={!isDragged || lifted === undefined}
    >
      <span className="faint">
        <Icon name="grip" />
      </span>
      <b>{recipient === '' ? words.nameless(lifted ?? 0) : recipient}</b>
      <span className="num">{phoneEnd([phone, otherPhone])}</span>
      <span className="faint">{order?.recipient === undefined ? words.dropAny : words.dropOn(order.recipient)}</span>
    </div>
  );
}
