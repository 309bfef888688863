import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const launchSchema = z.object({
  configurations: z.array(z.looseObject({ name: z.string(), preLaunchTask: z.string().optional() })),
  compounds: z.array(z.object({ name: z.string(), configurations: z.array(z.string()) })),
});
const scriptsSchema = z.object({ scripts: z.record(z.string(), z.string()) });
const launch = launchSchema.parse(JSON.parse(readFileSync('.vscode/launch.json', 'utf8')));
const { scripts } = scriptsSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));

describe('the launch configurations of the editor', () => {
  it('name programs, settings and scripts that are there', () => {
    const text = JSON.stringify(launch);
    const named = Array.from(
      text.matchAll(/\$\{workspaceFolder\}\/([\w./-]+)|"(test\/[\w./-]+)"/gu),
      ([, a, b]) => a ?? b,
    );
    // What is built, and what only Windows has, need not be there.
    const wanted = named.flatMap((path) => (path === undefined || /^out\/|\.cmd$/u.test(path) ? [] : [path]));
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((path) => !existsSync(path))).toEqual([]);
    const tasks = launch.configurations.flatMap(({ preLaunchTask }) => preLaunchTask ?? []);
    expect(tasks.filter((task) => scripts[task.replace('npm: ', '')] === undefined)).toEqual([]);
  });

  it('start the main process and the window together', () => {
    const names = launch.configurations.map(({ name }) => name);
    expect(names).toEqual(['Main process', 'Window', 'Test of this file', 'End-to-end test of this file']);
    for (const { configurations } of launch.compounds) expect(names).toEqual(expect.arrayContaining(configurations));
  });

  it('have the settings and recommendations of the editor next to them, as JSON', () => {
    for (const name of ['settings', 'extensions']) {
      expect(() => JSON.parse(readFileSync(`.vscode/${name}.json`, 'utf8')), name).not.toThrow();
    }
  });
});
