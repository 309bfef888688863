import { Fragment } from 'react';

/** The number of an item; where it does not fit it breaks behind an underscore, and its end is never cut. */
export function ItemId({ value }: { value: string }) {
  return (
    <span className="item-id">
      {value.split(/(?<=_)/u).map((part, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
