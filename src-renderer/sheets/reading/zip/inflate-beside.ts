import { assertNever } from '../../../../src-preload/contract/result';
import { Refusal } from '../refusal';
import type { FromInflater, Port, ToInflater } from './inflate-messages';
import { inflatePart, packedBytes, packedStep } from './inflate-part';
import type { InflatePart } from './inflate-part';

/** Below this a part is inflated sooner than it is sent to and fro. */
const leastBytes = 1024 * 1024;
/** Steps sent ahead, so that the other thread has work while this one looks at a piece. */
const stepsAhead = 3;

export interface Inflater {
  inflate: InflatePart;
  end(): void;
}

/**
 * Inflates large parts in another thread (serve-inflation.ts), while this one reads what is there already: inflating and
 * checking take a third of the time of a large sheet. Same pieces, same refusals as inflatePart(). `terminate` ends the
 * other thread; it is also ended when `take` throws, and parts are inflated here from then on.
 */
export function createInflater(port: Port<ToInflater>, terminate: () => void): Inflater {
  let isOver = false;
  const end = (): void => {
    isOver = true;
    terminate();
  };
  return {
    end,
    async inflate(file, entry, take) {
      if (isOver || entry.method === 0 || entry.size < leastBytes) return inflatePart(file, entry, take);
      const packed = packedBytes(file, entry);
      try {
        await inflateThere(port, packed, entry, take);
      } catch (reason) {
        end();
        throw reason;
      }
    },
  };
}

function inflateThere(
  port: Port<ToInflater>,
  packed: Uint8Array,
  { name, size, crc }: Parameters<InflatePart>[1],
  take: (piece: Uint8Array) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let at = 0;
    let isEnded = false;
    const send = (): void => {
      if (at < packed.length) {
        const bytes = new Uint8Array(packed.subarray(at, at + packedStep));
        at += bytes.length;
        port.postMessage({ is: 'packed', bytes }, [bytes.buffer]);
      } else if (!isEnded) {
        isEnded = true;
        port.postMessage({ is: 'packed-end' }, []);
      }
    };
    const hear = ({ data }: MessageEvent<FromInflater>): void => {
      try {
        if (answer(data)) finish(resolve);
      } catch (reason) {
        finish(() => reject(reason));
      }
    };
    const finish = (settle: () => void): void => {
      port.removeEventListener('message', hear);
      settle();
    };
    /** Whether that was the last of the part. */
    const answer = (message: FromInflater): boolean => {
      switch (message.is) {
        case 'room':
          send();
          return false;
        case 'piece': {
          const { bytes } = message;
          take(bytes);
          port.postMessage({ is: 'taken', bytes }, [bytes.buffer]);
          return false;
        }
        case 'done':
          return true;
        case 'damaged':
          throw new Refusal('damaged', message.detail);
        case 'broke':
          throw new Error(message.what);
        default:
          return assertNever(message);
      }
    };
    port.addEventListener('message', hear);
    port.postMessage({ is: 'part', declared: { name, size, crc } }, []);
    for (let step = 0; step < stepsAhead; step += 1) send();
  });
}
