interface PatrolSheet {
  title: string
  sum: string
  heads: readonly string[]
  /** Round by round. */
  rows: readonly (readonly (readonly string[])[])[]
  /** Head of the empty column that is ticked on the way. */
  tick: string
}

const STYLE = `body{font:12px/18px sans-serif;color:#000;margin:14mm}h1{font-size:18px;margin:0 0 4px}table{width:100%;border-collapse:collapse;margin-top:12px}
th,td{padding:3px 6px;border-bottom:1px solid #999;text-align:right}th:nth-child(2),td:nth-child(2){text-align:left}th:last-child,td:last-child{width:60px}thead{display:table-header-group}`

/** A sheet for the hand: one row a road, with room for a tick. It is printed from a frame of its own, so that nothing of the page is on it. */
export function printPatrol(sheet: PatrolSheet): void {
  const frame = document.createElement('iframe')
  frame.title = sheet.title
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0'
  document.body.append(frame)
  const page = frame.contentDocument
  if (!page) return
  const style = page.createElement('style')
  style.textContent = STYLE
  page.head.append(style)
  page.title = sheet.title
  page.body.append(element(page, 'h1', sheet.title), element(page, 'div', sheet.sum))
  for (const round of sheet.rows) page.body.append(table(page, sheet, round))
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove())
  frame.contentWindow?.print()
}

function element(page: Document, tag: string, text: string): HTMLElement {
  const made = page.createElement(tag)
  made.textContent = text
  return made
}

function table(page: Document, { heads, tick }: PatrolSheet, rows: PatrolSheet['rows'][number]): HTMLElement {
  const row = (tag: 'th' | 'td', cells: readonly string[]): HTMLElement => {
    const made = page.createElement('tr')
    made.append(...cells.map((cell) => element(page, tag, cell)))
    return made
  }
  const [made, head, body] = [page.createElement('table'), page.createElement('thead'), page.createElement('tbody')]
  head.append(row('th', [...heads, tick]))
  body.append(...rows.map((cells) => row('td', [...cells, ''])))
  made.append(head, body)
  return made
}
