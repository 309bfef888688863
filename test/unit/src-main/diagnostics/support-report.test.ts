import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { supportParts } from '../../../../src-preload/contract/support-report';
import { createSupportReport } from '../../../../src-main/diagnostics/support-report';
import type { SupportData } from '../../../../src-main/diagnostics/support-report';

const now = Date.parse('2026-03-02T07:31:00.000Z');
const line = (at: string, fields: object): string => JSON.stringify({ at, ...fields });
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'support-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function made(given: { data?: SupportData; folder?: string; reported?: unknown[] } = {}) {
  const parts = await createSupportReport({
    folder: given.folder ?? folder,
    program: () => ({ version: '0.1.0', platform: 'win32' }),
    data: async () => given.data,
    now: () => now,
    report: (problem) => given.reported?.push(problem),
  })();
  return Object.fromEntries(parts.map(({ part, text }) => [part, text]));
}

describe('the parts of 문제 알리기', () => {
  it('hold the log of the last three days, oldest first, and what took long apart', async () => {
    await writeFile(
      join(folder, 'app.1.jsonl'),
      [
        line('2026-02-26T00:00:00.000Z', { event: 'app-started', version: 'old' }),
        line('2026-03-01T00:00:00.000Z', { event: 'slow-task', ms: 130 }),
      ].join('\n'),
    );
    await utimes(join(folder, 'app.1.jsonl'), 1, 1);
    await writeFile(
      join(folder, 'app.jsonl'),
      [
        line('2026-03-02T00:00:00.000Z', { event: 'call', kind: 'dispatch', ms: 1200 }),
        line('2026-03-02T00:00:01.000Z', { event: 'call', kind: 'read', ms: 90 }),
        '{"cut in the mid',
      ].join('\n'),
    );
    await writeFile(join(folder, 'other.txt'), 'not ours');
    const { log = '', slow = '' } = await made();
    expect(log.split('\n').map((each) => each.slice(0, 40))).toEqual([
      '{"at":"2026-03-01T00:00:00.000Z","event"',
      '{"at":"2026-03-02T00:00:00.000Z","event"',
      '{"at":"2026-03-02T00:00:01.000Z","event"',
      '{"cut in the mid',
    ]);
    expect(JSON.parse(slow)).toEqual([
      { at: '2026-03-01T00:00:00.000Z', event: 'slow-task', ms: 130 },
      { at: '2026-03-02T00:00:00.000Z', event: 'call', kind: 'dispatch', ms: 1200 },
    ]);
  });

  it('keep the newest of a log that is too long', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) =>
      line('2026-03-02T00:00:00.000Z', { event: 'call', seq: at, code: 'x'.repeat(30) }),
    );
    await writeFile(join(folder, 'app.jsonl'), lines.join('\n'));
    const { log = '' } = await made();
    expect(log.length).toBeLessThan(4_100_000);
    expect(log.length).toBeGreaterThan(3_900_000);
    expect(log.endsWith(lines.at(-1) ?? '?')).toBe(true);
  });

  it('name no person, order, parcel or secret, wherever one stands', async () => {
    const canaries = ['장한결', '010-2345-6789', '2026030212345671', '6812 0500 2761', '$2a$04$abcdefghijklmnopqrstuv'];
    const text = canaries.join(', ');
    await writeFile(
      join(folder, 'app.jsonl'),
      [line('2026-03-02T00:00:00.000Z', { event: 'problem', message: text, frames: [text] }), `broken ${text}`].join(
        '\n',
      ),
    );
    const parts = await made({
      data: {
        stores: [{ id: 'b3b7…', lastTest: { marketCode: text } }],
        counts: { settings: { note: text } },
        unread: [
          {
            source: 'job',
            key: '7',
            columns: {
              state: 'flying',
              target: '2026030212345671',
              data: JSON.stringify({ name: '장한결', kind: 'dispatch' }),
              sealed: new Uint8Array(40),
            },
          },
          { source: 'draft', key: 'x', columns: { note: `Kim Hangyeol, ${text}` } },
        ],
      },
    });
    expect(Object.keys(parts)).toEqual([...supportParts]);
    for (const [part, body] of Object.entries(parts))
      for (const canary of canaries) expect(body.includes(canary), `${canary} in ${part}`).toBe(false);
    expect(parts['unread']).toContain('"state":"flying"');
    expect(parts['unread']).toContain('"kind":"dispatch"');
    expect(parts['unread']).toContain('"sealed":"40 bytes"');
    expect(parts['unread']).not.toContain('Hangyeol');
  });

  it('are what there is: without a database, without a log', async () => {
    const reported: unknown[] = [];
    const parts = await made({ folder: join(folder, 'missing'), reported });
    expect(Object.keys(parts)).toEqual(['program', 'log', 'slow']);
    expect(parts['log']).toBe('');
    expect(reported).toEqual([]);
  });

  it('come without the part that cannot be made, which is reported', async () => {
    const reported: unknown[] = [];
    const parts = await createSupportReport({
      folder,
      program: () => ({}),
      data: () => Promise.reject(new Error('the database is locked')),
      now: () => now,
      report: (problem) => reported.push(problem),
    })();
    expect(parts.map(({ part }) => part)).toEqual(['program', 'log', 'slow']);
    expect(reported).toHaveLength(1);
  });
});
