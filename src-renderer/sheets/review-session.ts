import { linesPerChunk } from '../../src-preload/contract/chunks';
import type { SheetReading, UnreadTable } from '../../src-preload/contract/import';
import type { LineChange } from '../../src-preload/contract/check/review';
import type { Line } from '../../src-preload/contract/line';
import type { LineField } from '../../src-preload/contract/line-fields';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import type { Changed, Chosen, OpenFailure, Opened, SheetCalls, Summary, Understood } from './protocol';
import { choicesFor } from './choices-for';
import { readWorkbook } from './reading/read-workbook';
import type { Sheet, Workbook } from './reading/workbook';
import type { InflatePart } from './reading/zip/inflate-part';
import { ReviewModel } from './review-model';
import { columnLetter, tableToXlsx } from './table-to-xlsx';
import { ordersOfExport } from './understanding/order-export';
import { headerRowsTried } from './understanding/find-header';
import { understand } from './understanding/understand';
import type { OtherRows, Understanding } from './understanding/understand';

interface Tools {
  decodeCp949(bytes: Uint8Array): string;
  onProgress(rows: number): void;
  digest(bytes: ArrayBuffer): Promise<string>;
}

const noOthers: OtherRows = { header: [], rows: [] };

type Answer = Result<Opened, OpenFailure>;

/** What opens a file, with its bytes. */
type OpenInput = Omit<SheetCalls['open']['input'], 'file'> & {
  bytes: ArrayBuffer;
  inflate?: InflatePart;
  /** Everything is read from the bytes: what follows wants their memory, and they are looked at no more. */
  onRead?(): void;
};

/** Rows offered as header rows: as many as are looked through for one. */
const headerRowsOffered = headerRowsTried;
const wordsOfRow = 24;
/** Below this a sheet without lines is no table of shipments whose header we failed to see. */
const leastRows = 3;
const leastColumns = 3;

/**
 * One file from its bytes to its reviewed lines. Lives in the sheet worker; knows the workbook as long as columns can
 * still be chosen, and the lines as long as the review is open.
 */
export class ReviewSession {
  #workbook: Workbook | undefined;
  #digest = '';
  /** Which table the lines come from. */
  #table: string | undefined;
  #model: ReviewModel | undefined;
  #others: (() => OtherRows) | undefined;
  #sendHidden = false;

  constructor(private readonly tools: Tools) {}

  async open(input: OpenInput): Promise<Answer> {
    const { bytes, fileName, password, encoding, chosen = {}, basis, inflate, onRead } = input;
    // Worked out next to the reading; nothing else needs it before the end.
    const digest = this.tools.digest(bytes);
    const read = await readWorkbook(new Uint8Array(bytes), {
      fileName,
      ...(password === undefined ? {} : { password }),
      ...(encoding === undefined ? {} : { encoding }),
      decodeCp949: this.tools.decodeCp949,
      onProgress: this.tools.onProgress,
      ...(inflate ? { inflate } : {}),
    });
    this.#digest = await digest;
    onRead?.();
    if (!read.ok) return read;
    const before = { workbook: this.#workbook, model: this.#model };
    this.#workbook = read.value;
    this.#model = undefined;
    const answer = this.choose({ chosen, basis });
    // Read with another encoding it is no table of shipments: the earlier review stays.
    if (!answer.ok && before.model) {
      this.#workbook = before.workbook;
      this.#model = before.model;
    }
    return answer;
  }

  /** Understands the workbook under what was chosen. Corrections made so far are kept where their rows still are. */
  choose({ chosen, basis }: SheetCalls['choose']['input']): Answer {
    const workbook = this.#workbook;
    if (!workbook) return failure('internal', 'no workbook');
    const choices = { ...choicesFor(workbook, chosen), sendHidden: this.#sendHidden };
    const understanding = understand(workbook, choices, {
      operation: basis.operation,
      remembered: basis.columns,
    });
    const { refusal, sheet } = understanding;
    // A sheet with rows but no lines may only want its columns or its header row chosen by hand.
    const mayHoldLines = sheet.rowCount >= leastRows && sheet.columnCount >= leastColumns;
    const hopeless = refusal && (refusal.code !== 'no-lines' || !mayHoldLines);
    if (hopeless) return failure(refusal.code, refusal.detail ?? leftOutSheet(workbook));

    const lines = [...understanding.lines()].flat();
    const model = new ReviewModel(lines, basis, understanding.wholeCourier);
    const table = tableKey(sheet.name, chosen.part);
    if (this.#model && this.#table === table) model.change(corrections(this.#model.lines()));
    this.#model = model;
    this.#others = understanding.otherMallRows;
    this.#table = table;
    const understood = this.#describe(workbook, understanding, model.summary());
    return success(lines.length > linesPerChunk ? understood : { ...understood, lines: model.lines() });
  }

  restore({ lines, wholeCourier, basis }: SheetCalls['restore']['input']): Summary {
    this.#model = new ReviewModel(lines, basis, wholeCourier);
    return this.#model.summary();
  }

  /** The lines under review, for questions that concern nothing else; throws where there are none. */
  get model(): ReviewModel {
    return this.#review();
  }

  lines({ from, limit }: SheetCalls['lines']['input']): Line[] {
    return this.#review().lines(from, from + Math.min(limit, linesPerChunk));
  }

  earlierJobs({ rows = [], ...known }: SheetCalls['earlierJobs']['input']): Summary {
    const model = this.#review();
    model.learn(known, rows);
    return model.summary();
  }

  page(input: SheetCalls['page']['input']): SheetCalls['page']['output'] {
    return this.#review().page(input);
  }

  /** Orders of the market's own export, of the first sheet that is one. */
  orders(): SheetCalls['orders']['output'] {
    for (const sheet of this.#workbook?.sheets ?? []) {
      const orders = ordersOfExport(sheet);
      if (orders !== undefined) return orders;
    }
    return [];
  }

  change({ changes }: SheetCalls['change']['input']): Changed {
    return this.#review().change(changes);
  }

  fix({ row, remark, fix, all }: SheetCalls['fix']['input']): Changed {
    return this.#review().fix(row, remark, fix, all);
  }

  sameCourier({ row, value }: SheetCalls['sameCourier']['input']): Changed {
    return this.#review().sameCourier(row, value);
  }

  tick({ group, chosen }: SheetCalls['tick']['input']): Changed {
    return this.#review().tick(group, chosen);
  }

  range(act: SheetCalls['range']['input']): SheetCalls['range']['output'] {
    return this.#review().range(act);
  }

  rangeText(range: SheetCalls['rangeText']['input']): string {
    return this.#review().rangeText(range);
  }

  tickAll(): Changed {
    return this.#review().tickAll();
  }

  putBack({ sides }: SheetCalls['putBack']['input']): Changed {
    return this.#review().putBack(sides);
  }

  hidden({ chosen }: SheetCalls['hidden']['input']): Changed {
    this.#sendHidden = chosen;
    return this.#review().hidden(chosen);
  }

  others({ limit }: SheetCalls['others']['input']): OtherRows {
    const { header, rows } = this.#others?.() ?? noOthers;
    return { header, rows: rows.slice(0, limit) };
  }

  answerOpen({ available }: SheetCalls['answerOpen']['input']): Changed {
    return this.#review().answerOpen(available);
  }

  recheck({ basis, wholeCourier }: SheetCalls['recheck']['input']): Summary {
    return this.#review().recheck(basis, wholeCourier);
  }

  writeOthers({ name }: SheetCalls['writeOthers']['input']): SheetCalls['writeOthers']['output'] {
    const { header, rows } = this.#others?.() ?? noOthers;
    return { bytes: tableToXlsx({ name, rows: [header, ...rows.map(({ cells }) => cells)] }), rows: rows.length };
  }

  #review(): ReviewModel {
    if (!this.#model) throw new Error('nothing is under review');
    return this.#model;
  }

  #describe(workbook: Workbook, understanding: Understanding, summary: Summary): Understood {
    const { sheet, headers, questions, signature, review } = understanding;
    const faceOf = ({ column, header, samples, hidden }: ReturnType<typeof review>): Understood['columns'][number] => ({
      index: column,
      letter: columnLetter(column),
      header,
      samples,
      hidden,
    });
    return {
      reading: readingOf(sheet, understanding, workbook),
      digest: this.#digest,
      sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
      columns: headers.map((_, column) => faceOf(review(column))),
      questions: questions.map(({ field, candidates }) => ({ field, candidates: candidates.map(faceOf) })),
      headerRows: headerRowsOf(sheet),
      ...(workbook.encoding ? { encoding: workbook.encoding } : {}),
      signature,
      unread: understanding.unread.map((table) => placeOf(workbook, table)),
      notes: workbook.notes,
      othersIn: understanding.othersIn,
      ...(understanding.namedCourier === undefined ? {} : { namedCourier: understanding.namedCourier }),
      idKindUnsure: understanding.idKindUnsure,
      summary,
    };
  }
}

/** Where no line was found, the sheet that was not read may hold them. */
function leftOutSheet({ notes }: Workbook): string | undefined {
  return notes.find((note) => note.code === 'sheet-left-out')?.sheet;
}

function tableKey(sheet: string, part: Chosen['part']): string {
  return part ? `${sheet} ${part.row} ${part.column}` : sheet;
}

/** Says where in its sheet a table begins, as Excel shows it. */
function placeOf(workbook: Workbook, table: UnreadTable): UnreadTable {
  const { part } = table;
  const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
  if (!part || !sheet) return table;
  return { ...table, at: { row: sheet.sheetRow(part.row), letter: columnLetter(part.column) } };
}

function readingOf(sheet: Sheet, understanding: Understanding, workbook: Workbook): SheetReading {
  const { layout, headerRow, columns, headers, wholeCourier, skipped, lineCount } = understanding;
  return {
    ...(layout === undefined ? {} : { layout }),
    sheetName: sheet.name,
    headerRow: headerRow < 0 ? 0 : sheet.sheetRow(headerRow),
    columns,
    headers,
    ...(workbook.encoding ? { encoding: workbook.encoding.name } : {}),
    ...(wholeCourier === undefined ? {} : { wholeCourier }),
    skipped,
    lineCount,
  };
}

/** The first rows of the sheet with the beginning of their text, to recognise the header by. */
function headerRowsOf(sheet: Sheet): Understood['headerRows'] {
  return Array.from({ length: Math.min(headerRowsOffered, sheet.rowCount) }, (_, row) => {
    const texts: string[] = [];
    for (let column = 0; column < sheet.columnCount && texts.join(' ').length < wordsOfRow; column += 1) {
      const cell = sheet.text(row, column);
      if (cell !== '') texts.push(cell);
    }
    return { row: sheet.sheetRow(row), words: texts.join(' ').slice(0, wordsOfRow) };
  });
}

/** What the seller changed by hand, as changes to make again. */
function corrections(lines: readonly Line[]): { row: number; change: LineChange }[] {
  return lines.flatMap((line) => {
    const cells: Partial<Record<LineField, string>> = {};
    for (const field of line.edited ?? []) cells[field] = line.cells[field] ?? '';
    const change: LineChange = {
      ...(line.edited ? { cells } : {}),
      ...(line.chosen === undefined ? {} : { chosen: line.chosen }),
    };
    return line.edited || line.chosen !== undefined ? [{ row: line.row, change }] : [];
  });
}
