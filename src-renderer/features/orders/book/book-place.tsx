import { BookFoot } from './book-foot';
import { BookList } from './book-list';
import { BookPanel } from './book-panel';

/** The list, what is chosen of it, and next to it everything of the order the keyboard is on. */
export function BookPlace() {
  return (
    <>
      <div className="book-work">
        <BookList />
        <BookPanel />
      </div>
      <BookFoot />
    </>
  );
}
