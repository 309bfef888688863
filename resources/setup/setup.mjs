import { alone } from './alone.mjs';
import { demandNode, sayNode } from './node-version.mjs';
import { root } from './places.mjs';
import { say, SetupFailure } from './setup-failure.mjs';

/** Brings whatever is missing, in order, one line for each thing done. Answers whether anything was. */
export async function setUp() {
  demandNode();
  return alone(root, bringAll, () => say('waiting for another set-up of this folder to end'));
}

async function bringAll() {
  // Each is loaded when the ones before it have run: they use packages that npm ci brings.
  const { bringDependencies } = await import('./dependencies.mjs');
  const dependencies = await bringDependencies();
  const { bringSystemLibraries } = await import('./system-libraries.mjs');
  const libraries = await bringSystemLibraries();
  const { bringElectron } = await import('./electron-runtime.mjs');
  const electron = await bringElectron();
  const { bringSqlite } = await import('./native-module.mjs');
  const sqlite = await bringSqlite();
  const didSomething = dependencies || libraries || electron || sqlite;
  // Once, with what it led to; not before every command.
  if (didSomething) sayNode();
  return didSomething;
}

/** Says why something cannot go on: a sentence where the set-up has one, else the whole problem. @param {unknown} problem */
export function explain(problem) {
  if (problem instanceof SetupFailure) {
    if (problem.output) process.stderr.write(`${problem.output}\n`);
    say(problem.message);
  } else {
    console.error(problem);
  }
}

/** Ends the process with that. @param {unknown} problem @returns {never} */
export function giveUp(problem) {
  explain(problem);
  process.exit(1);
}
