import { BookPlace } from './book-place';

/** 발송 처리됨: what the market has a number of. */
export function SentTab() {
  return <BookPlace />;
}
