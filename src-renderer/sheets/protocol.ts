import type { FormHeads } from '../../src-preload/contract/courier-forms/columns-like';
import type { SheetReading, UnreadTable } from '../../src-preload/contract/import';
import type { ExportedOrder } from '../../src-preload/contract/book/exported-order';
import type { FileNote } from '../../src-preload/contract/file-notes';
import type { LinePatch, LineSide } from '../../src-preload/contract/check/line-patch';
import type { LineChange } from '../../src-preload/contract/check/review';
import type { StaysBecause } from '../../src-preload/contract/check/goes-out';
import type { Fix } from '../../src-preload/contract/check/fixes';
import type { TickGroup } from '../../src-preload/contract/check/remark-codes';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { BookLine, CheckedLine, EarlierJob, KnownBefore, Line, Remark } from '../../src-preload/contract/line';
import type { LineField } from '../../src-preload/contract/line-fields';
import type { NearOrder } from '../../src-preload/contract/orders';
import type { Result } from '../../src-preload/contract/result';
import type { MarketName } from '../../src-preload/contract/market-facts';
import type { FindAsked, Found } from './find-lines';
import type { GroupActs } from './group-acts';
import type { BoxSpot, LineTab, PlaceKind } from './line-place';
import type { RangeAct } from './range-changes';
import type { RemarkKind } from './remark-kinds';
import type { LineSort } from './sort-lines';
import type { EncodingName, ReadFailure } from './reading/workbook';
import type { OthersIn } from './understanding/sort-rows';
import type { RefusalCode } from './understanding/sheet-refusal';
import type { OtherRows, Unread } from './understanding/understand';

/** What the worker has to know next to the file: whose it is, what is to be done, and what the seller taught us. */
export interface Basis {
  market: MarketName;
  operation: JobKind;
  couriers: Readonly<Record<string, string>>;
  columns: Readonly<Record<string, Partial<Record<LineField, number>>>>;
  /** ms UTC */
  now: number;
}

/** What the seller chose in place of our guesses; absent means: guess. Columns name all fields once one was chosen. */
export interface Chosen {
  sheet?: string;
  /** Only a part of the sheet: a table that stands next to or below another. As `Unread` has it. */
  part?: Unread['part'];
  /** 1-based row as Excel shows it; 0 for a sheet without a header. */
  headerRow?: number;
  columns?: Partial<Record<LineField, number>>;
  /** Fields whose column the seller has named; what else is unclear stays asked. */
  answered?: readonly LineField[];
  /** A courier's code for the whole file. */
  wholeCourier?: string;
  /** Rows of other malls to send like the rest, as Excel numbers them. */
  othersIn?: OthersIn;
}

/** A column of the sheet as the seller is shown it. */
export interface ColumnState {
  index: number;
  /** Its letter in Excel. */
  letter: string;
  header: string;
  samples: string[];
  /** Hidden in Excel. */
  hidden: boolean;
}

/** A column we are not sure of: candidates with samples, the likeliest first. */
export interface ColumnQuestion {
  field: LineField;
  candidates: ColumnState[];
}

/** What was understood of a file, and what can be chosen again. */
export interface Understood {
  reading: SheetReading;
  /** Hex SHA-256 of the bytes. */
  digest: string;
  sheets: { name: string; hidden: boolean }[];
  columns: ColumnState[];
  questions: ColumnQuestion[];
  /** The header row can be one of these rows of Excel (1-based), each with the beginning of its text. */
  headerRows: { row: number; words: string }[];
  encoding?: { name: EncodingName; weak: boolean };
  /** Names a set of headers, to remember the choice of columns by. */
  signature: string;
  unread: UnreadTable[];
  /** What the reader noted about the file. */
  notes: readonly FileNote[];
  /** Lines of other malls that the seller took in, as Excel numbers them. */
  othersIn: number[];
  /** The only courier that a title names, in a sheet without one; a courier's code. */
  namedCourier?: string;
  /** The numbers taken for product orders may be order numbers. */
  idKindUnsure: boolean;
  summary: Summary;
}

/** As the worker answers it: with all lines, where they fit into one chunk and need not be asked for. */
export interface Opened extends Understood {
  lines?: Line[];
}

export type OpenFailure = ReadFailure | RefusalCode | 'file-gone' | 'internal';

/** The head of a group, a row of the grid. */
export interface GroupRow extends Partial<GroupActs> {
  /** Names the group, and its fold. */
  group: string;
  kind: PlaceKind | 'others';
  /** Lines that still belong to it: one that was put right stays in its place and is counted no more. */
  lines: number;
  unfolded: boolean;
  /** Of lines to look at: what they have in common, how grave it is, and its sentence where it is one for all. */
  code?: string;
  level?: 'warning' | 'error';
  title?: string;
  /** What the supply prices of its lines come to, in won; only of stock that can be delivered. */
  amount?: number;
}

/** Which courier carries the lines of a file that names none. */
export interface CourierQuestion {
  /** Lines that name no courier and have a number that can be read. */
  numbered: number;
  /** Couriers whose rule all, or all but a few, of these numbers pass, and how many do; the most first. */
  likely: [code: string, lines: number][];
}

/** Figures of a review; everything the screen shows next to the rows. */
export interface Summary {
  counts: { ok: number; warning: number; error: number };
  /** Lines with no other fault than an open question about the file; among the warnings of the counts. */
  waiting: number;
  /** No line of the file names a courier: asked once for all of them. */
  asksCourier?: CourierQuestion;
  /** Lines of each tab; those of other malls are no lines of the review. */
  tabs: Record<Exclude<LineTab, 'others'>, number>;
  /** Lines that would go out now, how many of them have a warning, and how many go though they want a look. */
  going: { lines: number; warnings: number; looks: number; parcels: number; couriers: [code: string, lines: number][] };
  /** Groups of warnings that wait for a tick: how many lines of each, and how many were ticked. */
  ticks: Partial<Record<TickGroup, { lines: number; ticked: number }>>;
  /** Of those, the lines that one tick for the group frees: those that wait for nothing else. */
  ticksForAll: Partial<Record<TickGroup, { lines: number; ticked: number }>>;
  /** Rows that are hidden or filtered away in the workbook, and how many of them are left out. */
  hidden: { lines: number; out: number };
  /** Lines whose numbers were read without their hyphens and blanks. */
  trimmed: number;
  /** Lines the seller has put right, taken out or put in by hand. */
  corrected: number;
  /** Lines with a dispatch date, from the sheet or by hand. */
  dated: number;
  /** Remarks about the whole file. */
  file: Remark[];
  /** Lines that another job, with other values, stands for in the outbox. */
  conflicts: number;
  /** Lines that have a box to tick: without an error, and not dealt with before. Those that go are ticked. */
  boxes: number;
  /** Of a stock sheet: what its lines answer, those taken out not counted. */
  stock: { available: number; unavailable: number; open: number };
  /** Of those that would go out now; `amount`: what the supply prices of the available come to, in won. */
  goingStock: { available: number; unavailable: number; amount: number };
}

/** One row of the review grid. */
export interface ReviewRow {
  checked: CheckedLine;
  earlierJob?: EarlierJob;
  /** What the order book has of its order. */
  book?: Pick<BookLine, 'dueAt' | 'isDueToday' | 'product' | 'is'>;
  /** Sent, waiting to be sent, or taken out before: shown calmly, and counted as ok. */
  handled?: true;
  /** Nothing is wrong but that a question about the file is open. */
  waits?: true;
  /** Why the line would not go out; undefined: it goes. */
  staysBecause?: StaysBecause | 'earlier-job';
  /** Lines with the same text in the courier column, this one included. */
  sameCourier: number;
  /** What it is to the seller now, and by which remark it is known. */
  kind: PlaceKind;
  code?: string;
  /** It is the nth line that wants a look, in the order shown. */
  nth?: number;
  /** Lies in one box with the rows next to it. */
  box?: BoxSpot;
  /** Of a number that Excel has shortened: the orders it may have meant. The window asks for them, not the worker. */
  near?: NearOrder[];
}

export type ReviewItem = ReviewRow | GroupRow;

export interface Changed {
  /** Lines as they are now, to be written through. */
  lines: Line[];
  /** What the edit changed of each, to take it back by. */
  patches: LinePatch[];
  summary: Summary;
}

/** Every question to the worker: name -> what goes in, what comes out. */
export interface SheetCalls {
  open: {
    input: {
      /** Read by the reader itself: the window's process never holds what is in it. */
      file: Blob;
      fileName: string;
      password?: string;
      encoding?: EncodingName;
      chosen?: Chosen;
      basis: Basis;
    };
    output: Result<Opened, OpenFailure>;
  };
  choose: { input: { chosen: Chosen; basis: Basis }; output: Result<Opened, OpenFailure> };
  /** An earlier draft: its lines, without the file. */
  restore: { input: { lines: Line[]; wholeCourier?: string; basis: Basis }; output: Summary };
  lines: { input: { from: number; limit: number }; output: Line[] };
  /** What is known of lines from before: of all of them, or of these rows again. */
  earlierJobs: { input: KnownBefore & { rows?: number[] }; output: Summary };
  page: {
    input: {
      tab: LineTab;
      offset: number;
      limit: number;
      renewed: boolean;
      /** Lines of other malls: the file's, which an earlier draft only remembers. */
      others: number;
      /** What the seller folded or unfolded; the rest is as suits the sheet. */
      unfolded: Readonly<Record<string, boolean>>;
      /** The order within groups; absent: that of the sheet. */
      sort?: LineSort;
      /** Only lines that have a remark of one of these kinds. */
      remarks?: readonly string[];
    };
    /** `away`: the last so many rows are folded. */
    output: { rows: ReviewItem[]; total: number; foldedCount: number };
  };
  /** The next row after `from`, or before it, that wants a look; among those shown, and from the other end after the last. */
  seek: { input: { from: number; by: 1 | -1 }; output: { at: number | undefined } };
  /** Where words stand in the lines of the tab; empty words end the search. */
  find: { input: FindAsked; output: Found };
  /** The kinds of remarks that lines not yet dealt with have. */
  remarkKinds: { input: Record<string, never>; output: RemarkKind[] };
  /** Takes out the lines of a group as it is shown. */
  leaveOut: { input: { group: string }; output: Changed };
  change: { input: { changes: { row: number; change: LineChange }[] }; output: Changed };
  fix: { input: { row: number; remark: Remark; fix: Fix; all: boolean }; output: Changed };
  /** Writes one text over the courier of every line that has the same one as this row. */
  sameCourier: { input: { row: number; value: string }; output: Changed };
  tick: { input: { group: TickGroup; chosen: boolean }; output: Changed };
  /** An act on the rows of a range, as the tab shows them. `beyond`: rows of a pasted table that have no line left. */
  range: { input: RangeAct; output: Changed & { bottom: number; beyond: number } };
  /** Ticks all lines that go by the rule, or takes all ticks away. */
  tickAll: { input: Record<string, never>; output: Changed };
  /** The cells of a range of rows as the tab shows them, as tab-separated text. */
  rangeText: { input: { top: number; bottom: number; fields: readonly string[] }; output: string };
  /** Puts one side of an edit back. */
  putBack: { input: { sides: { row: number; side: LineSide }[] }; output: Changed };
  /** Says `available` for every stock line that does not answer yet. */
  answerOpen: { input: { available: string }; output: Changed };
  /** Writes one dispatch date over every line that may go; empty takes it away again. */
  dateAll: { input: { date: string }; output: Changed };
  /** Checks all lines again for another operation, or with what was learnt meanwhile. */
  recheck: { input: { basis: Basis; wholeCourier?: string }; output: Summary };
  /** Puts all hidden rows in, or leaves them out. */
  hidden: { input: { chosen: boolean }; output: Changed };
  /** The orders of the market's own order export; none where the sheet is no such export. */
  orders: { input: Record<string, never>; output: ExportedOrder[] };
  /** The first lines of other malls as they stand in the sheet. */
  others: { input: { limit: number }; output: OtherRows };
  /** The lines of other malls as they stand in the sheet, header first, and how many. */
  writeOthers: { input: { name: string }; output: { bytes: Uint8Array<ArrayBuffer>; rows: number } };
  /** The headers of a courier's form; undefined where no row looks like headers, or the file cannot be read. */
  heads: { input: { file: File }; output: (FormHeads & { sheetName: string }) | undefined };
  /** An .xlsx, or .xls, of text cells; the first row is the header. */
  writeTable: { input: { name: string; rows: string[][]; format?: 'xlsx' | 'xls' }; output: Uint8Array<ArrayBuffer> };
}
export type SheetCall = keyof SheetCalls;
/** Acts on many lines at once. */
export type LinesAction = 'sameCourier' | 'tick' | 'tickAll' | 'hidden' | 'answerOpen' | 'dateAll' | 'leaveOut';

/** Window to worker. */
export type SheetRequest = {
  [Name in SheetCall]: { id: number; name: Name; input: SheetCalls[Name]['input'] };
}[SheetCall];

/** Worker to window: an answer, a bug, or how far the reading is. `lost`: the worker itself could not start. */
export type SheetReply =
  | { lost: true }
  | { id: number; output: SheetCalls[SheetCall]['output'] }
  | { id: number; broke: string }
  | { progress: number };
