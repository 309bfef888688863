import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Names of the functions a file of test/support gives. Read, not imported: the one for Chromium needs the built app. */
function functionsOf(file: string): string[] {
  const source = readFileSync(join(import.meta.dirname, '../../../support', file), 'utf8');
  return Array.from(source.matchAll(/^export (?:async )?function (\w+)/gmu), ([, name]) => name ?? '');
}

it('gives the stories everything they get from the launch it takes the place of', () => {
  const inElectron = functionsOf('app/launch.ts');
  expect(inElectron).toContain('launchDesk');
  expect(functionsOf('chromium/launch.ts').toSorted()).toEqual(inElectron.toSorted());
});
