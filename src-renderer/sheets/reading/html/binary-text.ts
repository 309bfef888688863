/** Units a call may take as arguments on every engine. */
const portion = 8192;

/**
 * Bytes as a text of as many units, each of the value of its byte: what regular expressions need to walk through bytes.
 * Not TextDecoder: its `latin1` is windows-1252 (Encoding Standard, 4.2), in which 27 of the bytes from 0x80 to 0x9f are
 * other units. Chromium and Node 24 follow it, Node 20 did not.
 */
export function binaryText(bytes: Uint8Array): string {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; at += portion) {
    texts.push(String.fromCharCode(...bytes.subarray(at, at + portion)));
  }
  return texts.join('');
}
