/**
 * Whether a file was written again after it was handed in: the window then cannot read it through its old handle any
 * more, and that is how it shows.
 */
export async function wasWrittenAgain(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return false;
  } catch {
    // Gone or changed: for the seller the review shows what is not there any more.
    return true;
  }
}
