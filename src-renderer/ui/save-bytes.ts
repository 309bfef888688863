const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a finished file, an .xlsx unless told, to the browser's own download; where it goes the seller chooses. */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, fileName: string, type = xlsxType): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has taken the bytes long before; held for good they would only cost memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
