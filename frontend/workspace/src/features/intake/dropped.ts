/** Files of a drop, folders opened to any depth. Hidden files of operating systems stay out. */
export async function droppedFiles(transfer: DataTransfer): Promise<{ files: File[]; name: string | null }> {
  // entries must be taken before the first wait: the transfer is emptied after it
  const entries = [...transfer.items].map((i) => i.webkitGetAsEntry()).filter((e) => e !== null);
  if (entries.length === 0) return { files: [...transfer.files].filter(wanted), name: null };
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  const only = entries[0];
  return { files: files.filter(wanted), name: entries.length === 1 && only?.isDirectory ? only.name : null };
}

export function wanted(file: File): boolean {
  return !file.name.startsWith(".") && !["Thumbs.db", "desktop.ini"].includes(file.name);
}

async function collect(entry: FileSystemEntry, into: File[]): Promise<void> {
  if (entry.isFile) {
    into.push(await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return;
    for (const child of some) await collect(child, into);
  }
}
