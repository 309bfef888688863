import { Refusal } from '../refusal';
import { DeclaredPart, isBrokenStream } from './inflate-part';
import type { Declared } from './inflate-part';
import type { FromInflater, Port, ToInflater } from './inflate-messages';

/** Inflated bytes sent at a time: a message costs as much as copying some 50 kB. */
const pieceBytes = 256 * 1024;
/**
 * Pieces that may wait for the reader; the stream stands still until it has caught up. They go to and fro: new ones
 * would be counted by both engines as memory that grows, and make them collect garbage.
 */
const mostAhead = 8;

/** Inflates parts for a reader in another thread (inflate-next to.ts), one after the other, never far ahead of it. */
export function serveInflation(port: Port<FromInflater>): void {
  let part: PartInflation | undefined;
  port.addEventListener('message', ({ data }: MessageEvent<ToInflater>) => {
    switch (data.is) {
      case 'part':
        part = new PartInflation(port, data.declared);
        void part.run();
        return;
      case 'packed':
        return part?.feed(data.bytes);
      case 'packed-end':
        return part?.endFeed();
      case 'taken':
        return part?.taken(data.bytes);
    }
  });
}

class PartInflation {
  readonly #stream = new DecompressionStream('deflate-raw');
  readonly #writer = this.#stream.writable.getWriter();
  readonly #check: DeclaredPart;
  #piece: Uint8Array<ArrayBuffer> | undefined;
  readonly #empty: Uint8Array<ArrayBuffer>[] = [];
  #used = 0;
  #ahead = 0;
  #goOn: (() => void) | undefined;

  constructor(
    private readonly port: Port<FromInflater>,
    private readonly declared: Declared,
  ) {
    this.#check = new DeclaredPart(declared);
  }

  /** Until the part ends. A stream that breaks tells both ends; what is informed of it is what the reading end met. */
  async run(): Promise<void> {
    const reader = this.#stream.readable.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        this.#check.add(value);
        this.#gather(value);
        if (this.#ahead > mostAhead) await new Promise<void>((goOn) => (this.#goOn = goOn));
      }
      this.#send();
      this.#check.finish();
      this.#say({ is: 'done' });
    } catch (reason) {
      await reader.cancel().catch(() => undefined);
      this.#say(this.#failure(reason));
    }
  }

  feed(bytes: Uint8Array<ArrayBuffer>): void {
    this.#writer.write(bytes).then(
      () => this.#say({ is: 'room' }),
      () => undefined,
    );
  }

  endFeed(): void {
    this.#writer.close().catch(() => undefined);
  }

  taken(bytes: Uint8Array<ArrayBuffer>): void {
    this.#ahead -= 1;
    this.#empty.push(new Uint8Array(bytes.buffer));
    if (this.#ahead > mostAhead) return;
    this.#goOn?.();
    this.#goOn = undefined;
  }

  #gather(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      this.#piece ??= this.#empty.pop() ?? new Uint8Array(pieceBytes);
      const taken = bytes.subarray(at, at + pieceBytes - this.#used);
      this.#piece.set(taken, this.#used);
      this.#used += taken.length;
      at += taken.length;
      if (this.#used === pieceBytes) this.#send();
    }
  }

  #send(): void {
    const bytes = this.#piece?.subarray(0, this.#used);
    if (!bytes) return;
    this.#ahead += 1;
    this.port.postMessage({ is: 'piece', bytes }, [bytes.buffer]);
    this.#piece = undefined;
    this.#used = 0;
  }

  #failure(reason: unknown): FromInflater {
    if (reason instanceof Refusal) return { is: 'damaged', detail: reason.detail ?? '' };
    if (isBrokenStream(reason)) return { is: 'damaged', detail: `inflating ${this.declared.name}` };
    return { is: 'broke', what: String(reason) };
  }

  #say(message: FromInflater): void {
    this.port.postMessage(message, []);
  }
}
