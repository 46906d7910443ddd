/** Hands a file to the reader's own downloads; nothing leaves the machine. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = address
  link.download = name
  link.click()
  // The download has the address when the click returns; it must not lie in memory until the page is left.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}

/** "Belarus – China, share" → "belarus-china-share": a file name that every system takes. */
export const fileStem = (title: string): string =>
  title
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80) || "chart"
