/** Copies a text; answers whether it worked. `navigator.clipboard` is missing on plain HTTP, which is how an office without
 *  certificates opens the page, so the old way stays as the second. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'hidden'
    document.body.append(area)
    area.select()
    const worked = document.execCommand('copy')
    area.remove()
    return worked
  }
}
