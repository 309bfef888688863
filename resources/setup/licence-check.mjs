/**
 * Fails on a package of package-lock.json, or of the lock file named as first word, whose licence or install script no
 * one has looked at (resources/build/licences.mjs).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUnknown } from '../build/licences.mjs';
import { root } from './places.mjs';

const [file = 'package-lock.json'] = process.argv.slice(2);
const unknown = findUnknown(JSON.parse(readFileSync(join(root, file), 'utf8')));
for (const line of unknown) console.log(line);
process.exit(unknown.length > 0 ? 1 : 0);
