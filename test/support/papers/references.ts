/** The comments of a source, a line end within them as one blank, so that a reference may go over it. */
export function commentsOf(source: string): string {
  const found = source.matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/[^\n]*/gu);
  return Array.from(found, ([comment]) => comment)
    .join('\n')
    .replace(/\n?\s*(?:\/\*+|\*+\/|\*|\/\/)\s?/gu, ' ');
}

/** A paper of the tree, and a section of it where one is named. */
export interface NamedPaper {
  paper: string;
  section?: string;
}

/** What comments name: the path of a paper, then its sections in quotation marks with commas or "and" between. */
export function namedPapers(comments: string): NamedPaper[] {
  const found = comments.matchAll(/\b(resources\/docs\/[\w./-]+\.md)((?:(?:,| and) "[^"]+")*)/gu);
  return Array.from(found).flatMap(([, paper = '', titles = '']): NamedPaper[] => {
    const sections = Array.from(titles.matchAll(/"([^"]+)"/gu), ([, section]) => section ?? '');
    return sections.length === 0 ? [{ paper }] : sections.map((section) => ({ paper, section }));
  });
}

/** Any page that is not in resources/docs or at the top of the tree, and the names of papers that are not in it. */
const outside =
  /(?<![\w./-])(?!resources\/docs\/|README|CHANGELOG|\.github\/)[\w-][\w./-]*\.md\b|\bnaver-api(?:-\d)? ?\d|(?<![\w/])(?:facts|seeds)\/|\b(?:header-synonyms|courier-aliases|tracking-formats)\.json/gu;

/** Names in comments of papers that whoever has the tree alone cannot read. */
export function outsidePapers(comments: string): string[] {
  return Array.from(comments.matchAll(outside), ([name]) => name.replace(/(?<=^(?:facts|seeds)\/).*$/u, ''));
}
