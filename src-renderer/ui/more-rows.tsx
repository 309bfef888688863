/** The last row of a part of a table that is not drawn to its end: a press draws more. */
export function MoreRows({ words, onMore }: { words: string; onMore(): void }) {
  return (
    <div className="more-rows" role="row">
      <div role="gridcell">
        <button type="button" className="button small plain" data-testid="more-rows" onClick={onMore}>
          {words}
        </button>
      </div>
    </div>
  );
}
