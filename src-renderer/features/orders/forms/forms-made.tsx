import { useState } from 'react';
import { koreanDayIndex, koreanMinute } from '../../../../src-preload/contract/korean-time';
import { useNow } from '../../../ui/clock';
import { Icon } from '../../../ui/icons';
import { StateShape } from '../../../ui/shapes';
import { text } from '../../../text';
import { layoutOf, useForm, type FormFile } from './form-state';

const words = text.forms.made;
/** Older ones are of no use: their numbers came, or the orders are gone. */
const mostShown = 6;

/** What was made before, and how much of it came back with a number. */
export function FormsMade() {
  const files = useForm((state) => state.files);
  if (files.length === 0) return null;
  return (
    <section className="forms-made" aria-label={words.title} data-testid="forms-made">
      <h3>{words.title}</h3>
      <ul>
        {files.slice(0, mostShown).map((file) => (
          <Made key={`${file.madeAt} ${file.fileName}`} file={file} />
        ))}
      </ul>
    </section>
  );
}

function Made({ file: { madeAt, layout, orders, withNumber, missing } }: { file: FormFile }) {
  const form = useForm();
  const today = koreanDayIndex(useNow(true));
  const [isOpen, setOpen] = useState(false);
  const isWaiting = missing.length > 0;
  const time = koreanMinute(madeAt);
  const known = new Map(form.preview?.already.map((each) => [each.productOrderId, each]));
  return (
    <li>
      {isWaiting ? <StateShape name={withNumber === 0 ? 'queue' : 'look'} /> : <Icon name="check" />}
      <div>
        <b>{koreanDayIndex(madeAt) === today ? words.today(time.slice(-5)) : time.slice(5)}</b>{' '}
        {words.file(layoutOf(form, layout).name, orders)}
        <span className="soft">{words.came(withNumber, missing.length)}</span>
        {isOpen ? (
          <ul className="forms-missing">
            {missing.map((id) => {
              const { recipient = '', product = '' } = known.get(id) ?? {};
              return (
                <li key={id}>{[recipient, product, `…${id.slice(-4)}`].filter((part) => part !== '').join(' · ')}</li>
              );
            })}
          </ul>
        ) : null}
      </div>
      {isWaiting ? (
        <button
          type="button"
          className="button plain link"
          data-testid="form-missing"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {words.show(missing.length)}
        </button>
      ) : null}
    </li>
  );
}
