/** The gateway does not always name the address it saw; where it does, the seller can copy it. */
export function addressIn(message: string | undefined): string | undefined {
  return message?.match(/(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/)?.[0];
}
