/** The systems and processors that packages are made for, as the native modules name them. */
const machines = new Map([
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
]);
const macProcessors = new Map([
  [0x01000007, 'x64'],
  [0x0100000c, 'arm64'],
]);

/** For which system and processor a native file was compiled, of its own head: `win32-x64`, `darwin-arm64`, ... */
export function targetOf(file: Buffer): string {
  if (file.readUInt16LE(0) === 0x5a4d) {
    const machine = file.readUInt16LE(file.readUInt32LE(0x3c) + 4);
    return `win32-${machines.get(machine) ?? machine}`;
  }
  if (file.readUInt32LE(0) === 0xfeedfacf) {
    const processor = file.readUInt32LE(4);
    return `darwin-${macProcessors.get(processor) ?? processor}`;
  }
  return `unknown ${file.toString('hex', 0, 4)}`;
}
