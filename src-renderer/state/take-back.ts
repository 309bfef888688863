import { call } from './ipc-client';
import { announce } from './announcements';
import type { Undo } from './announcements';
import { text } from '../text';

const words = text.log.takeBack;

/** The way back from a decision, by the id the main process answered it with. */
export function takeBackOf(undo: string, done?: string): Undo {
  return {
    label: words.button,
    async run() {
      const answer = await call('log-take-back', { undo });
      if (!answer.ok) return announce(answer.failure.code === 'too-late' ? words.tooLate : text.shell.callFailed);
      if (answer.value.back === 0) return announce(words.tooLate);
      // What has to be said besides, of a file that was made, is seen nowhere else.
      if (done !== undefined) return announce(done);
      return announce(words.done(answer.value.back), undefined, ['log']);
    },
  };
}
