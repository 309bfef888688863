/** Signs a code, a name of ours or a version is made of; whatever has others is not one of them. */
const codePattern = /^[\w.:^/+@-]{0,80}$/;
const masked = '***';

/** A code, an id or a version as it is; anything else, however short, is left out. */
export function codeOnly(text: string): string {
  return codePattern.test(text) ? text : masked;
}

/** Longer texts are cut before anything else looks at them. */
const longestMessage = 400;

/**
 * The message of an error without what it may quote. What code writes about itself is English without numbers of more
 * than six digits; a name, an address, a memo comes in quotation marks, in another script, in digits or as words with
 * capitals. Rather one word too many is taken than one too few.
 */
export function messageOnly(text: string): string {
  return messageRules.reduce((left, [pattern, put]) => left.replace(pattern, put), text.slice(0, longestMessage));
}

const messageRules: readonly (readonly [RegExp, string])[] = [
  // Names of members are ours (`reading 'state'`), and say where to look.
  [/\((reading|setting) '([a-z]\w{0,40})'\)/g, '($1 $2)'],
  // A quotation that was cut has no end.
  [/"[^"]*(?:"|$)|`[^`]*(?:`|$)|'[^']*(?:'|$)/g, masked],
  [/[^\x20-\x7e]+/g, masked],
  // Paths name the user of the computer, and where they end cannot be seen.
  [/(?:file:\/\/|[A-Za-z]:\\|\/).*/g, masked],
  [/\+?\d[\d\s().-]{5,}\d/g, masked],
  [/\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)+\b/g, masked],
  [/(?:\*{3}[\s,.]*){2,}/g, `${masked} `],
];

/** Frames beyond these say nothing new. */
const mostFrames = 20;
const framePattern =
  /^\s*at (?:(?:async |new )*([\w.$<>]{1,80})(?: \[as [\w.$]{1,40}\])? \()?(?:[^()]*[/\\])?([\w.-]{1,80}\.(?:js|cjs|mjs|ts|tsx|jsx|html|node)):(\d{1,7}):(\d{1,7})\)?$/;
const internalFramePattern = /^\s*at (?:async )?([\w.$<>]{1,80}) \((node:[\w/]{1,60}):(\d{1,7}):(\d{1,7})\)$/;

/**
 * The places of a stack: function, file without its folder, line, column. The message in front of them, which may hold
 * anything, is left out, also where it has several lines.
 * @param message what the stack begins with
 */
export function framesOnly(stack: string, message: string): string[] {
  const after = message !== '' && stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(after, after + 8000)
    .split('\n')
    .flatMap((line) => {
      const found = framePattern.exec(line) ?? internalFramePattern.exec(line);
      return found === null ? [] : [`${found[1] ?? ''} ${found[2] ?? ''}:${found[3] ?? ''}:${found[4] ?? ''}`.trim()];
    })
    .slice(0, mostFrames);
}

/** Names of the components a crash of React came through, innermost first. */
export function componentsOnly(stack: string): string[] {
  return stack
    .slice(0, 8000)
    .split('\n')
    .flatMap((line) => {
      const found = /^\s*at ([A-Za-z_$][\w$.]{0,60})(?: \(|$)/.exec(line);
      return found?.[1] === undefined ? [] : [found[1]];
    })
    .slice(0, mostFrames);
}
