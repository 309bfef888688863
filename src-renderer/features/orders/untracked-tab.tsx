import { BookPlace } from './book-place';

/** 추적 안 됨: numbers that no courier has scanned, or that the market calls wrong. */
export function UntrackedTab() {
  return <BookPlace />;
}
