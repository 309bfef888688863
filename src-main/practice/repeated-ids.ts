/** Codes a fault puts on single items; `applied` does the deed all the same and only reports it as refused. */
export type ForcedCodes = ReadonlyMap<string, { code: string; message: string; applied: boolean }>;

/** Ids that stand more than once in one request. */
export function repeatedIds(ids: readonly string[]): Set<string> {
  return new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
}
