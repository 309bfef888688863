import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { supportParts } from '../../src-preload/contract/support-report';
import type { SupportPart } from '../../src-preload/contract/support-report';
import { redact } from '../network/redact';
import { codeOnly } from './plain-text';

/** What the core knows, and only it: nothing where the database cannot be opened. */
export interface SupportData {
  stores: unknown;
  counts: unknown;
  /** Rows this version cannot read, each with its columns as they lie in the file. */
  unread: readonly unknown[];
}

interface Options {
  /** Where the log lies. */
  folder: string;
  /** What the app runs on. */
  program(): unknown;
  data(): Promise<SupportData | undefined>;
  /** ms UTC */
  now(): number;
  report(problem: unknown): void;
}

const logDaysMs = 3 * 24 * 60 * 60_000;
/** Letters of the log that go along, the newest: what is older is seldom asked for, and all of it passes through here. */
const mostLogLetters = 4_000_000;
/** Lines of slow tasks that go along. */
const mostSlow = 1000;

/**
 * Makes the parts of 문제 알리기 (contract/support-report.ts), each a text, redacted once more as a whole. A part that
 * cannot be made is left out and reported; the others come all the same.
 */
export function createSupportReport(options: Options): () => Promise<{ part: SupportPart; text: string }[]> {
  return async () => {
    const dataOrNone = options.data().catch((problem: unknown) => {
      options.report(problem);
      return undefined;
    });
    const [log, data] = await Promise.all([readLog(options), dataOrNone]);
    const texts: Partial<Record<SupportPart, string>> = {
      program: textOf(options.program()),
      log: log.lines.join('\n'),
      slow: textOf(log.slow),
      ...(data === undefined
        ? {}
        : {
            stores: textOf(data.stores),
            counts: textOf(data.counts),
            unread: data.unread.map((row) => JSON.stringify(codesOnly(row))).join('\n'),
          }),
    };
    return supportParts.flatMap((part) => {
      const text = texts[part];
      return text === undefined ? [] : [{ part, text }];
    });
  };
}

/** Lines of the last three days, oldest first, and what took long in them. */
async function readLog({ folder, now, report }: Options): Promise<{ lines: string[]; slow: unknown[] }> {
  const lines: string[] = [];
  const slow: unknown[] = [];
  const since = now() - logDaysMs;
  let letters = 0;
  let first = 0;
  for (const file of await logFiles(folder).catch(noFolder)) {
    try {
      for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
        const clean = cleanLine(line, since);
        if (clean === undefined) continue;
        lines.push(clean.text);
        letters += clean.text.length;
        if (clean.isSlow) slow.push(clean.fields);
        for (; letters > mostLogLetters; first += 1) letters -= lines[first]?.length ?? 0;
      }
    } catch (problem) {
      // A file may be turned over while it is read.
      report(problem);
    }
  }
  return { lines: lines.slice(first), slow: slow.slice(-mostSlow) };
}

function noFolder(problem: unknown): string[] {
  if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return [];
  throw problem;
}

/** The files of the log, oldest first. */
async function logFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^app(\.\d)?\.jsonl$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  return files.toSorted((one, other) => one.at - other.at).map(({ path }) => path);
}

/** A call or a task of the main thread that took so long is listed apart. ms. */
const slowMs = 1000;

function cleanLine(
  line: string,
  since: number,
): { text: string; fields: Record<string, unknown>; isSlow: boolean } | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    // Cut by a crash, or by another program: as a text without its numbers.
    return line.trim() === '' ? undefined : { text: masked(line), fields: {}, isSlow: false };
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const fields: Record<string, unknown> = Object.fromEntries(Object.entries(parsed));
  const { at, event, ms } = fields;
  if (typeof at === 'string' && Date.parse(at) < since) return undefined;
  const clean = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, withoutPersonal(value)]));
  const isSlow = event === 'slow-task' || (typeof ms === 'number' && ms >= slowMs);
  return { text: JSON.stringify(clean), fields: clean, isSlow };
}

function textOf(value: unknown): string {
  return JSON.stringify(withoutPersonal(value), undefined, 2);
}

/** A value of JSON without what identifies a person, an order or a parcel; bytes are told by their number. */
function withoutPersonal(value: unknown): unknown {
  return typeof value === 'string' ? masked(value) : mapInner(value, withoutPersonal);
}

function mapInner(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return value.map(change);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner)]));
  }
  return typeof value === 'bigint' ? String(value) : value;
}

/** A row that cannot be read may hold anything: words of a code stay, of the rest its length. */
function codesOnly(value: unknown): unknown {
  if (typeof value !== 'string') return mapInner(value, codesOnly);
  const code = codeOnly(value);
  return code === value ? masked(value) : (parsedInner(value) ?? `${value.length} letters`);
}

function parsedInner(text: string): unknown {
  try {
    const inner: unknown = JSON.parse(text);
    return typeof inner === 'object' && inner !== null ? codesOnly(inner) : undefined;
  } catch {
    return undefined;
  }
}

/** Digits of an order, a parcel or a telephone: eight or more, also behind hyphens and blanks. */
const longNumber = /(?<![\w-])\d(?:[ -]?\d){7,}(?![\w-])/g;
/** What a person wrote is in Korean; what the app writes of itself is not. */
const korean = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+/g;

function masked(text: string): string {
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
  return instant.test(text) ? text : redact(text).replace(longNumber, '***').replace(korean, '***');
}
