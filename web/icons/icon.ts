/** `temaki:street_lamp_arm` or `maki:park`: icons of @rapideditor/temaki and @mapbox/maki, both CC0. The build copies every one to
 *  /icons, so that a layer added to the catalogue finds its icon without a new build of the code. */
export type IconId = string

export const iconUrl = (id: IconId): string => `/icons/${id.replace(':', '/')}.svg`

const kept = new Map<IconId, Promise<HTMLImageElement>>()

/** The icon as an image to draw on a canvas; rejects when there is none of that name. */
export function loadIcon(id: IconId): Promise<HTMLImageElement> {
  const known = kept.get(id)
  if (known) return known
  const image = readIcon(id)
  kept.set(id, image)
  image.catch(() => kept.delete(id))
  return image
}

async function readIcon(id: IconId): Promise<HTMLImageElement> {
  const answer = await fetch(iconUrl(id))
  if (!answer.ok) throw new Error(`no icon ${id}: ${answer.status}`)
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(sized(await answer.text()))}`
  await image.decode()
  return image
}

/** temaki's files have no size of their own, and a browser then refuses to draw them. */
const sized = (svg: string): string =>
  /<svg[^>]*\swidth=/.test(svg) ? svg : svg.replace('<svg ', '<svg width="15" height="15" ')
