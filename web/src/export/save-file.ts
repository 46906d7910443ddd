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
