import { gatewayMessageOf } from './answer';
import type { Answer } from './answer';
import type { Fault } from './faults';
import { messageOf } from './item-codes';
import type { ForcedCodes } from './repeated-ids';
import { withForeignIds, withoutIds } from './spoil-answer';

/** How a request ends on the wire. */
export type Ending =
  | { is: 'answer'; answer: Answer }
  | { is: 'cut' }
  /** Head and half of the body, then the cut. */
  | { is: 'half'; answer: Answer };

export interface Stage {
  /** A refusal of the whole call, in the shape of the market that was asked. */
  refuse: (status: number, code: string, message: string) => Answer;
  ids: readonly string[];
  /** Lets the market do what was asked, with these codes forced on items, and brings its answer. */
  serve: (forced: ForcedCodes) => Promise<Answer>;
  /** Resolves at control.release(), or when the client has gone; then `gone` says so. */
  released: () => Promise<void>;
  gone: () => boolean;
  /** Waits so many ms of real time. */
  pause: (ms: number) => Promise<void>;
}

const nothingForced: ForcedCodes = new Map();

/** Plays one fault (or none) and says what goes over the wire. */
export async function playFault(fault: Fault | undefined, stage: Stage): Promise<Ending> {
  const serve = (): Promise<Answer> => stage.serve(nothingForced);
  if (fault === undefined) return { is: 'answer', answer: await serve() };
  switch (fault.kind) {
    case 'status':
      if (fault.applied) await serve();
      return { is: 'answer', answer: statusAnswer(fault, stage.refuse) };
    case 'cutBefore':
      return { is: 'cut' };
    case 'cutAfter':
      await serve();
      return { is: 'cut' };
    case 'stall': {
      const early = fault.applied ? await serve() : undefined;
      await stage.released();
      // A client that gave up before the market began: the market never saw a whole request.
      if (fault.ends === 'cut' || stage.gone()) return { is: 'cut' };
      return { is: 'answer', answer: early ?? (await serve()) };
    }
    case 'slow': {
      const early = fault.applied ? await serve() : undefined;
      await stage.pause(fault.ms);
      if (stage.gone()) return { is: 'cut' };
      return { is: 'answer', answer: early ?? (await serve()) };
    }
    case 'halfBody':
      return { is: 'half', answer: await serve() };
    case 'wrongShape': {
      await serve();
      return { is: 'answer', answer: { status: 200, headers: {}, body: fault.body ?? { result: 'ok' } } };
    }
    case 'omitIds':
      return { is: 'answer', answer: withoutIds(await serve(), new Set(fault.ids ?? stage.ids)) };
    case 'foreignIds':
      return { is: 'answer', answer: withForeignIds(await serve(), fault.ids) };
    case 'itemCode': {
      const { code, applied } = fault;
      const forced = { code, message: fault.message ?? messageOf(code), applied };
      const ids = fault.ids ?? stage.ids;
      return { is: 'answer', answer: await stage.serve(new Map(ids.map((id) => [id, forced]))) };
    }
    case 'itemCodes': {
      const forced = Object.entries(fault.codes).map(
        ([id, code]) => [id, { code, message: messageOf(code), applied: false }] as const,
      );
      return { is: 'answer', answer: await stage.serve(new Map(forced)) };
    }
  }
}

function statusAnswer(fault: Extract<Fault, { kind: 'status' }>, refuse: Stage['refuse']): Answer {
  const headers = fault.headers ?? {};
  if (fault.bodyHtml !== undefined) {
    const code = fault.code === undefined ? {} : { code: fault.code };
    return {
      status: fault.status,
      headers: { 'Content-Type': 'text/html', ...headers },
      body: fault.bodyHtml,
      ...code,
    };
  }
  const code = fault.code ?? String(fault.status);
  const message = fault.message ?? gatewayMessageOf(code) ?? messageOf(code);
  return { ...refuse(fault.status, code, message), headers };
}
