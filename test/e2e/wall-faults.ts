import type { Page } from 'playwright-core'

/** What is wrong with the picture of a wall, in words: text that does not fit its box, lies off the screen or on other text, and figures of the header
 *  and heroes that are lower than 2.5 % of its height (W6). Names of places may end in an ellipsis; charts label themselves. */
export const wallFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const [width, height] = [innerWidth, innerHeight]
    const faults: string[] = []
    const words = (of: Element): string => `${of.className} "${of.textContent?.trim().slice(0, 40)}"`
    const frame = document.querySelector('.wall-frame')
    if (!frame) return ['there is no frame']
    const texts: { rect: DOMRect; of: Element; text: string }[] = []
    for (const one of frame.querySelectorAll<HTMLElement>('*')) {
      if (!(one instanceof HTMLElement)) continue
      const style = getComputedStyle(one)
      const mayBeCut = style.textOverflow === 'ellipsis'
      if (style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1 && !mayBeCut)
        faults.push(`${one.scrollWidth - one.clientWidth} px too wide: ${words(one)}`)
      // A line is a little higher than its letters, and its box cuts none of them.
      const spare = Number.parseFloat(style.fontSize) * 0.4
      if (style.overflowY !== 'visible' && one.scrollHeight > one.clientHeight + spare)
        faults.push(`${one.scrollHeight - one.clientHeight} px too high: ${words(one)}`)
      for (const node of one.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const [whole, box] = [range.getBoundingClientRect(), one.getBoundingClientRect()]
        const right = mayBeCut ? Math.min(whole.right, box.right) : whole.right
        // Of the letters only: fonts of Chinese have half as much air above and below.
        const air = whole.height * 0.2
        const rect = new DOMRect(whole.left, whole.top + air, right - whole.left, whole.height - 2 * air)
        texts.push({ rect, of: one, text: node.textContent.trim() })
        if (rect.left < 0 || rect.top < 0 || rect.right > width || rect.bottom > height)
          faults.push(`off the screen: ${words(one)}`)
      }
    }
    for (const [index, a] of texts.entries())
      for (const b of texts.slice(index + 1)) {
        const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left)
        const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top)
        if (across > 1 && down > 1) faults.push(`"${a.text.slice(0, 30)}" lies on "${b.text.slice(0, 30)}"`)
      }
    const figures = frame.querySelectorAll<HTMLElement>('.wall-kpi b, .wall-clock b, .wp-hero > b')
    if (figures.length < 7) faults.push(`only ${figures.length} figures`)
    for (const one of figures)
      if (Number.parseFloat(getComputedStyle(one).fontSize) < height * 0.025) faults.push(`too small: ${words(one)}`)
    return faults
  })
