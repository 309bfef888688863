import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './places.mjs';

/**
 * Three rules of the sources that no lint knows: `node resources/setup/source-rules.mjs [folder]`.
 * `bare-korean`: what the seller reads stands in src-preload/contract/text/; elsewhere Korean is data.
 * `sleep-in-test`: a test waits for an event, never for a time.
 * `way-outside`: addresses are handed to the browser in one place, which asks whether they may be.
 */

/** Korean that is no text of the window: words looked for in sheets, names of the market, what the practice market says. */
const koreanData = [
  'src-preload/contract/text/',
  'src-preload/contract/markets/',
  // A date as sellers write it: data of sheets.
  'src-preload/contract/sheet-date.ts',
  'src-preload/contract/initial-consonants.ts',
  // Names, addresses and what stands around them in sheets.
  'src-preload/contract/join/',
  // The couriers' own headers.
  'src-preload/contract/courier-forms/',
  'src-renderer/sheets/',
  'src-main/practice/',
  // A value of the market's answers.
  'src-main/markets/naver/special-orders.ts',
  // The name of the store of the first start, which the seller may change.
  'src-main/core.ts',
];
const hangul = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;
const wayOutside = 'src-main/electron/window/open-outside.ts';
const testFolders = ['test/unit/', 'test/integration/', 'test/e2e/', 'test/window/'];

/**
 * What is against the rules in one source.
 * @param {string} path from the root of the sources, with slashes
 * @param {string} source
 * @returns {string[]} `path:line rule`
 */
export function findAgainstRules(path, source) {
  const isChecked = path.startsWith('src-') && !koreanData.some((data) => path.startsWith(data));
  const isTest = testFolders.some((folder) => path.startsWith(folder));
  const mayLeave = path === wayOutside || !path.startsWith('src-');
  const isClean = !isChecked || !hangul.test(source);
  const isAwake = !isTest || !/setTimeout|waitForTimeout/.test(source);
  const isInside = mayLeave || !/openExternal/.test(source);
  if (isClean && isAwake && isInside) return [];
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node @param {string} rule */
  const note = (node, rule) =>
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${rule}`);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (isChecked && isText(node) && hangul.test(node.getText())) note(node, 'bare-korean');
    if (isTest && isSleep(node)) note(node, 'sleep-in-test');
    if (!mayLeave && isWayOutside(node)) note(node, 'way-outside');
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** @param {ts.Node} node */
function isText(node) {
  return (
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isJsxText(node) ||
    ts.isRegularExpressionLiteral(node)
  );
}

/** `shell.openExternal`, however it is reached: by a point, in brackets, taken out by its name. @param {ts.Node} node */
function isWayOutside(node) {
  return (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && node.text === 'openExternal';
}

/** A promise that a timer settles, the promised timer of node, Playwright's own. @param {ts.Node} node */
function isSleep(node) {
  if (ts.isImportDeclaration(node)) {
    const from = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : '';
    return /^(node:)?timers\/promises$/.test(from) && /\bsetTimeout\b/.test(node.getText());
  }
  if (ts.isCallExpression(node)) {
    return ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'waitForTimeout';
  }
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'Promise') return false;
  const [executor] = node.arguments ?? [];
  if (executor === undefined || !(ts.isArrowFunction(executor) || ts.isFunctionExpression(executor))) return false;
  const settle = executor.parameters[0]?.name.getText();
  const timer = /(?<![\w.])setTimeout\(\s*(?:\(\)\s*=>\s*)?([\w$]+)/.exec(executor.body.getText());
  return settle !== undefined && timer?.[1] === settle;
}

/** @param {string} base @returns {string[]} all that was found below a folder */
export function checkSources(base) {
  const folders = ['src-main', 'src-preload', 'src-renderer', 'test'];
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && folders.includes(entry.name))
    .flatMap((folder) => readdirSync(join(base, folder.name), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((file) => findAgainstRules(relative(base, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')));
}

if (process.argv[1] === import.meta.filename) {
  const found = checkSources(join(root, process.argv[2] ?? '.'));
  for (const line of found) console.log(line);
  process.exitCode = found.length === 0 ? 0 : 1;
}
