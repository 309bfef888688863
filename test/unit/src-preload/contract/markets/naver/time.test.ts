import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketTime } from '../../../../../../src-preload/contract/markets/naver/time';
import { readSheetDate } from '../../../../../../src-preload/contract/sheet-date';

const shown = (text: string): string => {
  const date = readSheetDate(text);
  return date.is === 'moment' ? marketTime(date.at) : date.is;
};

describe('market time', () => {
  it('has the one form the market takes, whatever the zone of the machine', () => {
    expect(marketTime(Date.UTC(2022, 3, 5, 3, 17, 35))).toBe('2022-04-05T12:17:35.000+09:00');
    expect(marketTime(Date.UTC(2024, 11, 31, 15, 0, 0, 7))).toBe('2025-01-01T00:00:00.007+09:00');
  });

  it('comes back as the moment it was made of', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (ms) => {
        expect(Date.parse(marketTime(ms))).toBe(ms);
      }),
    );
  });
});

describe('a date in a sheet', () => {
  it.each([
    ['2025-01-31', '2025-01-31T00:00:00.000+09:00'],
    ['2025.1.31', '2025-01-31T00:00:00.000+09:00'],
    ['2025. 1. 31.', '2025-01-31T00:00:00.000+09:00'],
    ['20250131', '2025-01-31T00:00:00.000+09:00'],
    ['2025년 1월 31일', '2025-01-31T00:00:00.000+09:00'],
    ['2025-01-31 (금) 15:05', '2025-01-31T15:05:00.000+09:00'],
    ['2025/01/31 오후 3:05', '2025-01-31T15:05:00.000+09:00'],
    ['2025-01-31 오전 12:05', '2025-01-31T00:05:00.000+09:00'],
    ['20250131150509', '2025-01-31T15:05:09.000+09:00'],
    ['2026-11-20T23:10:00Z', '2026-11-21T08:10:00.000+09:00'],
    ['2026-11-20T23:10:00.000z', '2026-11-21T08:10:00.000+09:00'],
    ['2026-11-20T23:10:00.1234567Z', '2026-11-21T08:10:00.000+09:00'],
    ['2026-11-20T23:10:00+00:00', '2026-11-21T08:10:00.000+09:00'],
    ['2026-11-20 23:10:00 UTC', '2026-11-21T08:10:00.000+09:00'],
    ['2026-11-20 23:10 KST', '2026-11-20T23:10:00.000+09:00'],
    ['2026-11-20T23:10:00-05:00', '2026-11-21T13:10:00.000+09:00'],
    ['2026-11-20T23:10:00+0530', '2026-11-21T02:40:00.000+09:00'],
    ['20261120T231000Z', '2026-11-21T08:10:00.000+09:00'],
    ['2026-11-20T23:10:00.000+0900', '2026-11-20T23:10:00.000+09:00'],
    ['2026-11-20 23:10:00+09', '2026-11-20T23:10:00.000+09:00'],
    ['2026-11-20T23:10+09:00', '2026-11-20T23:10:00.000+09:00'],
    ['2026-11-20 16:30:00.0', '2026-11-20T16:30:00.000+09:00'],
    ['\u200b2026-11-20\u3164', '2026-11-20T00:00:00.000+09:00'],
    ['２０２６．１１．２０', '2026-11-20T00:00:00.000+09:00'],
    ['2026-11-20 4:30 PM', '2026-11-20T16:30:00.000+09:00'],
    ['2026-11-20 AM 12:10', '2026-11-20T00:10:00.000+09:00'],
    ['2026년11월20일(금) 16시 30분', '2026-11-20T16:30:00.000+09:00'],
    ['2026년 11월 20일 오후 4시 5분 6초', '2026-11-20T16:05:06.000+09:00'],
    ['2026-11-20 16시', '2026-11-20T16:00:00.000+09:00'],
    ['2026-11-20 오후 16:30', '2026-11-20T16:30:00.000+09:00'],
    ['2026-11-20 14:10:00 UTC+9', '2026-11-20T14:10:00.000+09:00'],
    ['2026-11-20 14:10 GMT', '2026-11-20T23:10:00.000+09:00'],
    ['2026-11-20 14:10 (KST)', '2026-11-20T14:10:00.000+09:00'],
    ['2026-11-20T14:10:00[Asia/Seoul]', '2026-11-20T14:10:00.000+09:00'],
    ['2026-11-20T23:10:00−05:00', '2026-11-21T13:10:00.000+09:00'],
    ['2026-11-20 오전 16:30', 'unreadable'],
    ['2026-11-20 오전 4:30 PM', 'unreadable'],
    ['2026-11-20 09:00-12:00', 'unreadable'],
    ['2026-11-20 09:00-12', 'unreadable'],
    ['2026-11-20 10:10 EST', 'unreadable'],
    ['2026-11-20 9:5', 'unreadable'],
    ['2026-11-20T23:10:00+99:00', 'unreadable'],
    ['2026-11-20T23:10:00+9', 'unreadable'],
    ['11/20/2026', 'unreadable'],
    ['20/11/2026', 'unreadable'],
    ['26-11-20', 'unreadable'],
    ['26.11.20', 'unreadable'],
    ['11월 20일', 'unreadable'],
    ['2025-02-31', 'unreadable'],
    ['2025-01-31 25:00', 'unreadable'],
    ['어제', 'unreadable'],
    ['', 'empty'],
  ])('%s is read as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('with an offset is the moment that any reader of ISO 8601 takes it for', () => {
    const pad = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 946_684_800, max: 4_102_444_800 }),
        fc.constantFrom(-720, -570, -300, 0, 330, 540, 765, 840),
        fc.constantFrom(':', ''),
        (seconds, minutes, colon) => {
          const local = new Date((seconds + minutes * 60) * 1000).toISOString().slice(0, 19);
          const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
          const read = readSheetDate(`${local}${minutes < 0 ? '-' : '+'}${pad(hours)}${colon}${pad(rest)}`);
          expect(read).toEqual({ is: 'moment', at: seconds * 1000, dayOnly: false, elsewhere: minutes !== 540 });
        },
      ),
    );
  });
});
