import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../../src-main/diagnostics/describe-problem';
import { createDeferredLogger } from '../../../../src-main/diagnostics/deferred-logger';
import { createLogger } from '../../../../src-main/diagnostics/logger';
import { createDiagnosticsHandlers } from '../../../../src-main/electron/faults/diagnostics-handlers';

function logAt(at = { now: 0 }) {
  const lines: string[] = [];
  const logger = createLogger({ write: (line) => lines.push(line), now: () => at.now });
  return { logger, lines, at, parsed: (): unknown[] => lines.map((line): unknown => JSON.parse(line)) };
}

/** What must never be in a line, in the forms it is met in. */
const canaries = fc.oneof(
  fc.constantFrom('홍길동', '김밥천국 이사장', 'Kim Minsu', 'Anne Marie Lee', '王小明', '남궁 민수'),
  fc.constantFrom(
    '010-1234-5678',
    '01012345678',
    '010 1234 5678',
    '010.1234.5678',
    '(02) 123-4567',
    '+82 10-1234-5678',
  ),
  fc.constantFrom(
    '서울시 강남구 테헤란로 1, 101동 202호',
    '부산 해운대구 우동',
    '경비실에 맡겨 주세요',
    '문 앞에 놓아 주세요',
  ),
  fc.constantFrom('$2a$04$abcdefghijklmnopqrstuu', 'bm_secretkey99', 'eyJhbGciOi.J9.eyJzdWIi', 'someone@example.com'),
);
const around = fc.constantFrom<(canary: string) => string>(
  (canary) => canary,
  (canary) => `could not read "${canary}" of row 3`,
  (canary) => `Unexpected token in '${canary}'`,
  (canary) => `Unexpected token, "${canary}`,
  (canary) => `row of ${canary} is broken`,
  (canary) => `first line\n    at ${canary} (file.js:1:1)`,
  (canary) => `no such file: /home/${canary}/a.xlsx`,
  (canary) => `C:\\Users\\${canary}\\a.xlsx`,
  (canary) => `{"name":"${canary}","shippingMemo":"${canary}"}`,
  (canary) => `x${'-'.repeat(380)} ${canary}`,
);

describe('the log', () => {
  it('holds no secret, name, telephone number, address or memo, whatever the messages quote', () => {
    fc.assert(
      fc.property(canaries, around, (canary, put) => {
        const text = put(canary);
        const { logger, lines } = logAt();
        const error = Object.assign(new Error(text), { code: text, name: text });
        logger.log('problem', { place: text, ...describeProblem(error) });
        logger.log('problem', { place: 'call log-page', ...describeProblem(text) });
        logger.log('problem', { place: 'start', ...describeProblem(new TypeError(`bad ${text}`, { cause: text })) });
        const call = { storeId: text, kind: text, count: 1, outcome: text, code: text, ms: 1, traceId: text };
        logger.log('call', call);
        logger.log('store-health', { storeId: text, part: 'pause', state: text, reason: text, code: text });
        logger.log('process-gone', { type: text, reason: text, exitCode: 1, name: text });
        const handlers = createDiagnosticsHandlers({
          logger,
          folders: { log: '', data: '' },
          openPath: async () => '',
          makeFolder: () => undefined,
          makeSupportParts: async () => [],
          report: () => undefined,
        });
        handlers['diagnostics-report']({
          kind: 'render',
          name: text,
          message: text,
          stack: `Error: ${text}\n    at draw (app://desk/assets/window-1.js:1:2)\n${text}`,
          componentStack: `\n    at ${text}\n    at Row (app://desk/assets/window-1.js:1:2)`,
        });
        const all = lines.join('\n');
        for (const piece of canary.split(/[\s,()]+/).filter((word) => word.length > 2 || /[^\x20-\x7e]/.test(word))) {
          expect(all).not.toContain(piece);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what a support case needs: codes, numbers, places', () => {
    const { logger, parsed } = logAt();
    const error = Object.assign(new TypeError("Cannot read properties of undefined (reading 'state')"), {
      code: 'E_X',
    });
    error.stack = `${error.name}: ${error.message}\n    at settle (/opt/app/out/main/main.js:12:34)\n    at async file:///opt/x/main.js:5:6`;
    logger.log('problem', { place: 'outbox', ...describeProblem(error) });
    const call = { storeId: 's-1', kind: 'dispatch', count: 30, outcome: 'answered', status: 200, ms: 81.6 };
    logger.log('call', { ...call, code: 'GW.RATE_LIMIT', traceId: 'ar2-55f4fd5f54-mwk8w^1643182339983^366577' });
    expect(parsed()).toEqual([
      {
        at: '1970-01-01T00:00:00.000Z',
        event: 'problem',
        place: 'outbox',
        name: 'TypeError',
        code: 'E_X',
        message: 'Cannot read properties of undefined (reading state)',
        frames: ['settle main.js:12:34', 'main.js:5:6'],
      },
      {
        at: '1970-01-01T00:00:00.000Z',
        event: 'call',
        ...call,
        ms: 82,
        code: 'GW.RATE_LIMIT',
        traceId: 'ar2-55f4fd5f54-mwk8w^1643182339983^366577',
      },
    ]);
  });

  it('writes at most 120 lines of one event a minute, and says how many were left out', () => {
    const { logger, parsed, at } = logAt();
    for (let n = 0; n < 500; n += 1) logger.log('slow-task', { ms: 101 });
    logger.log('window-unresponsive', {});
    expect(parsed()).toHaveLength(121);
    at.now = 60_000;
    logger.log('slow-task', { ms: 102 });
    expect(parsed().slice(121)).toMatchObject([
      { event: 'suppressed', what: 'slow-task', lines: 380 },
      { event: 'slow-task', ms: 102 },
    ]);
  });

  it('names the fields of an event that does not fit its schema, and nothing of them', () => {
    const { logger, lines } = logAt();
    logger.log('slow-task', { ms: -1 });
    expect(lines[0]).toContain('"code":"slow-task"');
    expect(lines[0]).toContain('"frames":["ms"]');
  });

  it('keeps what comes before the file is open, in its order', () => {
    const deferred = createDeferredLogger();
    const { logger, parsed } = logAt();
    deferred.log('environment-ignored', { name: 'BALSONG_NAVER_URL', reason: 'packaged' });
    deferred.attach(logger);
    deferred.log('window-unresponsive', {});
    expect(parsed()).toMatchObject([{ event: 'environment-ignored' }, { event: 'window-unresponsive' }]);
  });
});
