import { BookList } from './book-list';

/** 뺄 상자: what changed after its number was given. */
export function PullOutTab() {
  return <BookList />;
}
