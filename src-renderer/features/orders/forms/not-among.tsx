import { koreanMinute } from '../../../../src-preload/contract/korean-time';
import { FoldGroup, useDrawn } from '../../../ui/fold-group';
import { text } from '../../../text';
import { drawnAtFirst, layoutOf, useForm } from './form-state';

const words = text.forms;

/** What is on a form already, and what is not put on one, with the reason of each. */
export function NotAmong({ onAgain }: { onAgain(ids: readonly string[]): void }) {
  const form = useForm();
  const { already = [], leftOut = [] } = form.preview ?? {};
  const [last] = already.toSorted((one, other) => other.madeAt - one.madeAt);
  const reasons = (['not-to-be-sent', 'has-number', 'not-open'] as const).flatMap((why) => {
    const count = leftOut.filter((each) => each.why === why).length;
    return count === 0 ? [] : [`${words.why[why]} ${words.orders(count)}`];
  });
  return (
    <>
      {last === undefined ? null : (
        <FoldGroup
          className="form-group"
          shape="queue"
          title={words.groups.already}
          hint={`${words.orders(already.length)} · ${words.wentOut(koreanMinute(last.madeAt).slice(5), layoutOf(form, last.layout).name)}`}
          isFolded
          testId="form-already"
          act={
            <button
              type="button"
              className="button small plain"
              data-testid="form-again"
              onClick={() => onAgain(already.map(({ productOrderId }) => productOrderId))}
            >
              {words.again}
            </button>
          }
        >
          <Asides
            orders={already.map(({ productOrderId: id, recipient = '', product = '', madeAt, layout }) => {
              const went = words.wentOut(koreanMinute(madeAt).slice(5), layoutOf(form, layout).name);
              return { id, words: [recipient, product, went].filter((part) => part !== '').join(' · ') };
            })}
          />
        </FoldGroup>
      )}
      {leftOut.length === 0 ? null : (
        <FoldGroup
          className="form-group"
          shape="none"
          title={words.groups.leftOut}
          hint={[words.orders(leftOut.length), ...reasons].join(' · ')}
          isFolded
        >
          <Asides
            orders={leftOut.map(({ productOrderId: id, why }) => ({
              id,
              words: `…${id.slice(-4)} · ${words.why[why]}`,
            }))}
          />
        </FoldGroup>
      )}
    </>
  );
}

/** Orders that are not among the rows, each in its words. */
function Asides({ orders }: { orders: readonly { id: string; words: string }[] }) {
  const { shown, more } = useDrawn(orders, drawnAtFirst);
  return (
    <>
      {shown.map(({ id, words: said }) => (
        <p key={id} className="form-aside" role="row">
          <span role="gridcell">{said}</span>
        </p>
      ))}
      {more}
    </>
  );
}
