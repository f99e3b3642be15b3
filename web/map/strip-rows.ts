/** Which pieces stand in which row of the strip under a picture, by index, in their order: as many a row as fit in `room`. A piece wider
 *  than the room has a row for itself. All in pixels. */
export function stripRows(widths: readonly number[], room: number, gap: number): number[][] {
  const rows: number[][] = []
  let left = 0
  widths.forEach((width, index) => {
    const row = rows.at(-1)
    if (row && gap + width <= left) {
      row.push(index)
      left -= gap + width
    } else {
      rows.push([index])
      left = room - width
    }
  })
  return rows
}
