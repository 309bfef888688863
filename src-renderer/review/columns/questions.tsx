import type { JobKind } from '../../../src-preload/contract/job-states';
import type { LineField } from '../../../src-preload/contract/line-fields';
import { marketOperations } from '../../../src-preload/contract/market-facts';
import type { ColumnQuestion, Understood } from '../../sheets/protocol';
import { courierName } from '../../ui/courier-picker';
import { onePress } from '../../ui/one-press';
import { text } from '../../text';
import { nameColumns } from './name-columns';
import { openChoices } from './open-choices';
import { reviewControllers } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';

const words = text.send.understood;

/** Without one of these nothing can be sent; the first of each set is what is asked for. */
const needed: Readonly<Record<JobKind, readonly (readonly LineField[])[]>> = {
  dispatch: [['productOrderId', 'orderId'], ['trackingNumber']],
  confirm: [['productOrderId']],
  lookup: [['orderId']],
  stock: [['itemId']],
  delay: [],
  refund: [],
};

interface Props {
  review: ReviewState;
  understood: Understood;
}

/** Which courier it was, where that alone is still asked: a draft without its file. */
export function CourierQuestion({ review }: { review: ReviewState }) {
  if (!isCourierAsked(review, undefined)) return null;
  return (
    <div className="questions">
      <CourierAsked review={review} />
    </div>
  );
}

/** The way to the orders of lines that name none; undefined where there is none. */
export type WayToJoin = (() => Promise<void>) | undefined;

/** What is not certain of a file: one question at a time, each with the clicks that settle it, and how many are left. */
export function Questions({ review, understood, join }: Props & { join: WayToJoin }) {
  const { questions, encoding } = understood;
  const asked = [
    ...(encoding?.weak === true
      ? [
          <Asked key="encoding" id="encoding" says={words.weakEncoding(words.encodings[encoding.name])}>
            <AskedButton says={words.chooseEncoding} onPress={() => openChoices('encoding-select')} />
          </Asked>,
        ]
      : []),
    ...questions.map((question) => (
      <ColumnAsked key={question.field} review={review} understood={understood} question={question} />
    )),
    ...missingOf(review, understood).map((field) => (
      <Asked key={field} id={field} says={words.columnMissing(text.send.fields[field])}>
        {field === 'productOrderId' && join !== undefined ? (
          <AskedButton testId="asked-join" says={text.join.open} onPress={onePress(() => void join())} />
        ) : null}
        <AskedButton says={words.chooseColumn} onPress={() => openChoices(`column-${field}`)} />
        {field === 'trackingNumber' && marketOperations[review.market].some((each) => each === 'confirm') ? (
          <AskedButton
            testId="asked-confirm"
            says={words.confirmInstead}
            onPress={() => void reviewControllers.get(review.key)?.recheck('confirm')}
          />
        ) : null}
      </Asked>
    )),
    ...(isCourierAsked(review, understood)
      ? [<CourierAsked key="courier" review={review} understood={understood} />]
      : []),
  ];
  const [first, ...rest] = asked;
  if (!first) return null;
  return (
    <div className="questions">
      {first}
      {rest.length > 0 ? <p className="faint">{words.moreQuestions(rest.length)}</p> : null}
    </div>
  );
}

function isCourierAsked({ summary }: ReviewState, understood: Understood | undefined): boolean {
  return summary?.asksCourier !== undefined && understood?.questions.some(({ field }) => field === 'courier') !== true;
}

/** Which courier carries lines that name none: the one their numbers or a title speak for first, never taken unasked. */
function CourierAsked({ review, understood }: { review: ReviewState; understood?: Understood }) {
  const asked = review.summary?.asksCourier;
  if (!asked || !isCourierAsked(review, understood)) return null;
  const named = understood?.namedCourier;
  const likely = asked.likely.map(([code]) => code);
  const isNamed = named !== undefined && (likely.length === 0 || likely.includes(named));
  // What a title says goes first where no number speaks against it.
  const codes = [...new Set(named === undefined ? likely : isNamed ? [named, ...likely] : [...likely, named])];
  const passing = Math.min(...asked.likely.map(([, lines]) => lines));
  const nothingKnown = review.reading?.columns.courier === undefined ? words.courierMissing : text.send.courierEmpty;
  const byForm = text.send.courierByForm(asked.numbered, passing, likely.map(courierName).join('·'));
  const says = isNamed ? words.courierNamed(courierName(named)) : likely.length > 0 ? byForm : nothingKnown;
  return (
    <Asked id="courier" says={says}>
      {codes.map((code) => (
        <AskedButton
          key={code}
          says={text.send.courierForAll(courierName(code))}
          onPress={() => void reviewControllers.get(review.key)?.choose({ wholeCourier: code })}
        />
      ))}
      <AskedButton
        says={codes.length > 0 ? text.send.courierOther : words.chooseWholeCourier}
        onPress={() => openChoices('whole-courier')}
      />
    </Asked>
  );
}

/** A column that is not certain: every candidate with three of its values. */
function ColumnAsked({ review, understood, question }: Props & { question: ColumnQuestion }) {
  const { field, candidates } = question;
  const [only, ...others] = candidates;
  if (!only) return null;
  const name = text.send.fields[field];
  const one = others.length === 0;
  const says = one
    ? words.isThisIt(words.columnName(only.letter, only.header), name)
    : text.send.whichOfColumns(name, candidates.length);
  const orderToo = field === 'productOrderId' && understood.idKindUnsure;
  return (
    <Asked id={field} says={orderToo ? words.idKindUnsure(words.columnName(only.letter, only.header)) : says}>
      {candidates.map(({ index, letter, header, samples, hidden }) => (
        <span key={index} className="candidate">
          {one ? null : (
            <b>
              {words.columnName(letter, header)}
              {hidden ? ` ${text.send.hiddenColumn}` : null}
            </b>
          )}
          <span>{words.samples(samples.slice(0, 3).join(', '))}</span>
          <AskedButton
            says={orderToo ? words.itIs(name) : words.takeColumn}
            label={orderToo ? undefined : words.takeThisColumn(words.columnName(letter, header), name)}
            onPress={() => nameColumns(review, understood, field, { [field]: index })}
          />
        </span>
      ))}
      {orderToo ? (
        <AskedButton
          says={words.itIs(text.send.fields.orderId)}
          onPress={() => nameColumns(review, understood, field, { productOrderId: undefined, orderId: only.index })}
        />
      ) : null}
    </Asked>
  );
}

function Asked({ id, says, children }: { id: string; says: string; children: React.ReactNode }) {
  return (
    <div className="asked-line" data-testid="asked" data-field={id}>
      <span>{says}</span> {children}
    </div>
  );
}

interface AskedButtonProps {
  says: string;
  label?: string | undefined;
  testId?: string;
  onPress(event: { detail: number }): void;
}

function AskedButton({ says, label, testId = 'asked-button', onPress }: AskedButtonProps) {
  return (
    <button type="button" className="button small" data-testid={testId} aria-label={label} onClick={onPress}>
      {says}
    </button>
  );
}

function missingOf({ operation, summary }: ReviewState, { reading, questions }: Understood): LineField[] {
  if (summary?.tabs.all === 0) return [];
  return needed[operation].flatMap((fields) => {
    const there = fields.some((field) => reading.columns[field] !== undefined);
    const asked = questions.some(({ field }) => fields.includes(field));
    return there || asked ? [] : fields.slice(0, 1);
  });
}
