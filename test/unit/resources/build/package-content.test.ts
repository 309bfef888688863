import { expect, it } from 'vitest';
import { findUnwanted, mostEntries } from '../../../../resources/build/package-content';

const right = [
  '/package.json',
  '/out/main/main.js',
  '/out/preload/preload.cjs',
  '/out/renderer/index.html',
  '/out/renderer/notices.js',
];

it('lets what runs into a package', () => {
  expect(findUnwanted(right)).toEqual([]);
});

it.each([
  '/out/main/main.js.map',
  '/src-main/main.ts',
  '\\node_modules\\keytar\\binding.gyp',
  '/node_modules/better-sqlite3/src/database.cpp',
  '/node_modules/some/test/index.js',
  '/node_modules/some/index.d.ts',
])('finds %s', (name) => {
  expect(findUnwanted([...right, name])).toEqual([name]);
});

it('finds a part that is missing, and too many of them', () => {
  expect(findUnwanted(right.slice(0, -1))).toEqual(['notices.js is missing']);
  const many = Array.from({ length: mostEntries }, (_, at) => `/out/renderer/part-${at}.js`);
  expect(findUnwanted([...right, ...many])).toEqual([
    `${mostEntries + right.length} entries, more than ${mostEntries}`,
  ]);
});
