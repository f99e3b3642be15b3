import type { Page } from 'playwright-core'

export interface Seen {
  /** Screens that the picture spans, side by side: nothing may stand across their edges. */
  screens?: number
}

/** What is wrong with the picture of a wall, in words: text that does not fit its box, lies off the screen, across the edge of a screen or on other
 *  text, and figures that are lower than 2.5 % of its height (W6). Names may end in an ellipsis; charts label themselves. */
export const wallFaults = (page: Page, { screens = 1 }: Seen = {}): Promise<string[]> =>
  page.evaluate(async (of) => {
    // Lists learn in the first frame how many rows fit, and draw them in the next.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    const [width, height] = [innerWidth, innerHeight]
    const faults: string[] = []
    const words = (one: Element): string => `${one.className} "${one.textContent?.trim().slice(0, 40)}"`
    const frame = document.querySelector('.wall-frame, .em')
    if (!frame) return ['there is no frame']
    const edges = Array.from({ length: of - 1 }, (_, at) => ((at + 1) * width) / of)
    const texts: { rect: DOMRect; text: string }[] = []
    for (const one of frame.querySelectorAll<HTMLElement>('*')) {
      if (!(one instanceof HTMLElement)) continue
      const style = getComputedStyle(one)
      if (style.display === 'none') continue
      const mayBeCut = style.textOverflow === 'ellipsis'
      if (style.display !== 'inline' && one.scrollWidth > one.clientWidth + 1 && !mayBeCut)
        faults.push(`${one.scrollWidth - one.clientWidth} px too wide: ${words(one)}`)
      // A line is a little higher than its letters, and its box cuts none of them.
      const size = Number.parseFloat(style.fontSize)
      if (style.overflowY !== 'visible' && one.scrollHeight > one.clientHeight + size * 0.4)
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
        texts.push({ rect, text: node.textContent.trim().slice(0, 30) })
        if (rect.left < 0 || rect.top < 0 || rect.right > width || rect.bottom > height)
          faults.push(`off the screen: ${words(one)}`)
        if (edges.some((edge) => rect.left < edge && rect.right > edge))
          faults.push(`across two screens: ${words(one)}`)
      }
    }
    texts.sort((a, b) => a.rect.top - b.rect.top)
    for (const [index, a] of texts.entries())
      for (let at = index + 1; at < texts.length; at++) {
        const b = texts[at]
        if (!b || b.rect.top > a.rect.bottom - 1) break
        const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left)
        const down = Math.min(a.rect.bottom, b.rect.bottom) - b.rect.top
        if (across > 1 && down > 1) faults.push(`"${a.text}" lies on "${b.text}"`)
      }
    const isAlarm = frame.matches('.em')
    const figures = isAlarm ? '.em-value, .em-number, .em-head dd' : '.wall-kpi b, .wall-clock b, .wp-hero > b'
    const all = frame.querySelectorAll<HTMLElement>(figures)
    if (all.length < (isAlarm ? 5 : 7)) faults.push(`only ${all.length} figures`)
    for (const one of all)
      if (Number.parseFloat(getComputedStyle(one).fontSize) < height * 0.025) faults.push(`too small: ${words(one)}`)
    return faults
  }, screens)
