import type { UpdateFinder } from '../../../src-main/services/updates';

export const scriptedNotes = [{ text: '새 화면이에요.', isHeading: false }];

/** A finder that answers what the test says, and writes down what it was asked. */
export interface ScriptedFinder {
  asked: string[];
  /** What there is; undefined: nothing newer. */
  version: string | undefined;
  /** Done before it answers; a rejection is what the search meets. */
  looking?: (() => Promise<void>) | undefined;
  downloading?: UpdateFinder['download'] | undefined;
  finder: UpdateFinder;
}

export function createScriptedFinder(): ScriptedFinder {
  const asked: string[] = [];
  const script: ScriptedFinder = {
    asked,
    version: '0.2.0',
    finder: {
      async look() {
        asked.push('look');
        await script.looking?.();
        return script.version === undefined ? undefined : { version: script.version, notes: scriptedNotes };
      },
      async download(onPercent) {
        asked.push('download');
        await script.downloading?.(onPercent);
      },
      stop: () => void asked.push('stop'),
    },
  };
  return script;
}
