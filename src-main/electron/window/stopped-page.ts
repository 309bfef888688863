import { recovery } from '../../../src-preload/contract/text/ko/recovery';
import { appOrigin } from './app-protocol';

/** The address of the window's own page, which the stopped page leads back to. */
export const windowAddress = `${appOrigin}/index.html`;
export const stoppedAddress = `${appOrigin}/stopped.html`;
const { stopped: words } = recovery;

/**
 * The page in the window's place when that does not stay open: built in, without a script, so that nothing of the window
 * can take it along. Its one link is followed by the main process (guard-window.ts), which lets no page lead anywhere.
 */
export const stoppedPages: ReadonlyMap<string, { type: string; body: string }> = new Map([
  [
    '/stopped.html',
    {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8" />
    <title>${recovery.appName}</title>
    <link rel="stylesheet" href="./stopped.css" />
  </head>
  <body>
    <main data-testid="window-stopped">
      <h1>${words.title}</h1>
      <p>${words.safe}</p>
      <p>${words.advice}</p>
      <a class="button" data-testid="window-reopen" href="${windowAddress}" autofocus>${words.reopen}</a>
    </main>
  </body>
</html>
`,
    },
  ],
  [
    '/stopped.css',
    {
      type: 'text/css; charset=utf-8',
      body: `body {
  display: grid;
  place-items: center;
  min-height: 100vh;
  margin: 0;
  background: #f4f6f8;
  color: #1b2430;
  font: 15px/1.6 Pretendard, 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif;
  word-break: keep-all;
}
main {
  max-width: 480px;
  padding: 32px;
  border: 1px solid #dfe3e9;
  border-radius: 8px;
  background: #fff;
}
h1 {
  margin: 0 0 12px;
  font-size: 20px;
}
p {
  margin: 0 0 12px;
  color: #4d5968;
}
.button {
  display: inline-block;
  padding: 8px 16px;
  border-radius: 6px;
  background: #1f5fd1;
  color: #fff;
  text-decoration: none;
}
.button:focus-visible {
  outline: 3px solid #174ba8;
  outline-offset: 2px;
}
`,
    },
  ],
]);
