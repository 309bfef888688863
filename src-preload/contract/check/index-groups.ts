/** Indexes of lines grouped by a key, with a verdict per group that is worked out once until the group changes. */
export class IndexGroups<Verdict> {
  // Nearly every line stands alone: a bare number costs no set.
  private readonly groups = new Map<string, number | Set<number>>();
  private readonly verdicts = new Map<string, Verdict>();

  /** 1 for an index that has ever stood in a group of two: the others are never looked up. */
  private readonly grouped: Uint8Array;

  constructor(
    size: number,
    private readonly judge: (indexes: ReadonlySet<number>, key: string) => Verdict,
  ) {
    this.grouped = new Uint8Array(size);
  }

  add(key: string | undefined, index: number): void {
    if (key === undefined) return;
    const group = this.groups.get(key);
    if (group === undefined) {
      this.groups.set(key, index);
      return;
    }
    this.verdicts.delete(key);
    this.grouped[index] = 1;
    if (typeof group === 'number') {
      this.grouped[group] = 1;
      this.groups.set(key, new Set([group, index]));
    } else group.add(index);
  }

  remove(key: string | undefined, index: number): void {
    if (key === undefined) return;
    this.verdicts.delete(key);
    const group = this.groups.get(key);
    if (typeof group === 'number') this.groups.delete(key);
    else if (group !== undefined) {
      group.delete(index);
      if (group.size === 0) this.groups.delete(key);
    }
  }

  of(key: string | undefined): ReadonlySet<number> {
    const group = key === undefined ? undefined : this.groups.get(key);
    if (group === undefined) return none;
    return typeof group === 'number' ? new Set([group]) : group;
  }

  /** The verdict on a group of two or more; undefined for a line that stands alone. */
  verdict(index: number, key: string | undefined): Verdict | undefined {
    if (key === undefined || this.grouped[index] !== 1) return undefined;
    const group = this.groups.get(key);
    if (group === undefined || typeof group === 'number' || group.size < 2) return undefined;
    const known = this.verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = this.judge(group, key);
    this.verdicts.set(key, verdict);
    return verdict;
  }
}

const none: ReadonlySet<number> = new Set();
