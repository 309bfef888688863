import type { Line } from '../../../src-preload/contract/line';
import type { Evidence } from '../../../src-preload/contract/join/evidence';
import type { Likeness } from '../../../src-preload/contract/join/likeness';
import { Icon } from '../../ui/icons';
import { text } from '../../text';
import { differingParts, type TextPart } from './differing-parts';
import { addressOf, goodsWords, phonePair } from './join-words';
import type { JoinOrder } from './joins-state';

const words = text.join;

interface Props {
  cells: Line['cells'];
  order: JoinOrder;
  evidence: Evidence | undefined;
}

/** Line and order side by side, field by field: what differs is marked in both. */
export function JoinSides({ cells, order, evidence }: Props) {
  const [linePhone, orderPhone] = phonePair([cells.phone ?? '', cells.otherPhone ?? ''], order.phones);
  return (
    <table className="join-sides">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.panel.line}</th>
          <th scope="col">{words.panel.order}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        <Side
          label={words.panel.rows.name}
          line={cells.recipient}
          order={order.recipient}
          is={evidence?.name}
          by="letters"
        />
        <Side label={words.panel.rows.phone} line={linePhone} order={orderPhone} is={evidence?.phone} by="letters" />
        <Side
          label={words.panel.rows.place}
          line={addressOf(cells)}
          order={order.address}
          is={evidence?.place}
          by="words"
        />
        <Side label={words.panel.rows.product} line={cells.productName} order={goodsWords(order)} by="words" />
      </tbody>
    </table>
  );
}

interface SideProps {
  label: string;
  line: string | undefined;
  order: string | undefined;
  is?: Likeness | undefined;
  by: 'letters' | 'words';
}

function Side({ label, line = '', order = '', is, by }: SideProps) {
  const isMarked = is === 'different' || (is === 'near' && by === 'words');
  const [own, its] = isMarked && line !== '' && order !== '' ? differingParts(line, order, by) : [line, order];
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{typeof own === 'string' ? own : <Parts parts={own} />}</td>
      <td>{typeof its === 'string' ? its : <Parts parts={its} />}</td>
      <td className={is === 'different' ? 'look-ink' : 'faint'}>
        {is === 'same' ? (
          <>
            <Icon name="check" />
            <span className="hidden-words">{words.likeness.same}</span>
          </>
        ) : is === undefined ? null : (
          words.likeness[is]
        )}
      </td>
    </tr>
  );
}

/** A text with its differing pieces marked: by a line below in every palette, and in words for a screen reader. */
export function Parts({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ words: piece, differs }, at) =>
    differs ? (
      <mark key={at} className="join-differs">
        <span className="hidden-words">{words.differing}</span>
        {piece}
      </mark>
    ) : (
      <span key={at}>{piece}</span>
    ),
  );
}
