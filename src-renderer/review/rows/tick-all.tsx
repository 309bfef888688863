import { useEffect, useRef } from 'react';
import { text } from '../../text';
import type { ReviewController } from '../state/review-controller';
import { useSend } from '../state/reviews-state';

/** The box above all lines: ticks those that can go, or takes all ticks away; half ticked where only some of them go. */
export function TickAll({ controller }: { controller: ReviewController }) {
  const box = useRef<HTMLInputElement>(null);
  const summary = useSend((state) => state.reviews.find(({ key }) => key === controller.key)?.summary);
  const { lines: ticked = 0 } = summary?.going ?? {};
  const { boxes = 0 } = summary ?? {};
  const some = ticked > 0 && ticked < boxes;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <label className="tick-all">
      <input
        ref={box}
        type="checkbox"
        data-testid="tick-all"
        aria-label={text.grid.tickAll}
        title={text.grid.tickAll}
        checked={boxes > 0 && ticked >= boxes}
        disabled={boxes === 0}
        onChange={() => void controller.changeLines('tickAll', {})}
      />
      <span>{text.send.columns.state}</span>
    </label>
  );
}
