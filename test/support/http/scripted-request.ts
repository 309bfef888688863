import type { HttpAnswer, HttpRequest, Request } from '../../../src-main/network/agent';

/** What a scripted request is answered with. Times are filled in. */
export type Scripted =
  | { status: number; headers?: Record<string, string>; body?: string | object }
  | { notWritten: string }
  | { cut: string; status?: number };

/** An answer as the agent gives it, for functions that take one. */
export function answerOf(scripted: Scripted, at = 1_000): HttpAnswer {
  const times = { startedAt: at, endedAt: at + 10 };
  if ('notWritten' in scripted) return { type: 'not-written', cause: scripted.notWritten, ...times };
  if ('cut' in scripted) {
    return { type: 'cut', cause: scripted.cut, ...(scripted.status ? { status: scripted.status } : {}), ...times };
  }
  const body = typeof scripted.body === 'object' ? JSON.stringify(scripted.body) : (scripted.body ?? '');
  return { type: 'response', status: scripted.status, headers: scripted.headers ?? {}, text: body, ...times };
}

export interface ScriptedRequest {
  request: Request;
  asked: HttpRequest[];
}

/** A Request without a network: `reply` decides by the request and by how many came before it. */
export function scriptRequest(
  now: () => number,
  reply: (request: HttpRequest, before: number) => Scripted | Promise<Scripted>,
): ScriptedRequest {
  const asked: HttpRequest[] = [];
  return {
    asked,
    request: async (request) => {
      asked.push(request);
      return answerOf(await reply(request, asked.length - 1), now());
    },
  };
}
