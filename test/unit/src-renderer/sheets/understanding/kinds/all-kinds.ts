import { cutIds, datesWithOffsets, fillers, labelled, suffixed, thousands } from './kinds-of-cells';
import { hiddenColumns, postLists, reprints, withoutCourier } from './kinds-of-columns';
import { cumulative, linesLikeTotals, malls, noticeFirst, twoTables } from './kinds-of-tables';
import type { Kind } from './made-workbook';

export const sheetsPerKind = 6;
/** The kinds of sheets that went wrong at sellers' hands (issue "Sheets, second look"), six sheets of each. */
export const kinds: Readonly<Record<string, Kind>> = {
  reprints,
  hiddenColumns,
  withoutCourier,
  postLists,
  cutIds,
  suffixed,
  labelled,
  fillers,
  datesWithOffsets,
  thousands,
  cumulative,
  twoTables,
  noticeFirst,
  malls,
  linesLikeTotals,
};
