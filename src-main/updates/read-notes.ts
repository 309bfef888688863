import { mostUpdateNotes } from '../../src-preload/contract/updates';
import type { UpdateNote } from '../../src-preload/contract/updates';

const longest = 600;

/**
 * What changed, out of a section of the CHANGELOG (Markdown: `###` headings and a list) as the server hands it out:
 * plain sentences, without links and marks. Anything else, and a page, is nothing.
 */
export function readNotes(given: unknown): UpdateNote[] {
  if (typeof given !== 'string' || given.trimStart().startsWith('<')) return [];
  return given
    .split(/\r?\n/u)
    .flatMap((line) => {
      const [, heading, item] = /^(?:#{2,4}\s+(.+)|[-*]\s+(.+))$/u.exec(line.trim()) ?? [];
      const text = plain(heading ?? item ?? '');
      return text === '' ? [] : [{ text, isHeading: heading !== undefined }];
    })
    .slice(0, mostUpdateNotes);
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[`*_]/gu, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, longest);
}
