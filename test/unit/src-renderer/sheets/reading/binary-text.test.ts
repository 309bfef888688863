import { expect, it } from 'vitest';
import { binaryText } from '../../../../../src-renderer/sheets/reading/html/binary-text';

it('has a unit for each byte, of its value, whatever the engine takes latin1 for', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => at % 256);
  const text = binaryText(bytes);
  expect(Uint8Array.from(text, (unit) => unit.charCodeAt(0))).toEqual(bytes);
  expect(binaryText(Uint8Array.of(0x80, 0x9f))).toBe('\u0080\u009f');
  expect(binaryText(new Uint8Array())).toBe('');
});
