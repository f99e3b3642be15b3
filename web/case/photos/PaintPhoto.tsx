import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CasePhoto } from '../../../server/contract/case.ts'
import type { Redaction } from '../../../server/contract/photo.ts'
import { photoAddress, redactPhoto } from '../../api-photos.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { useBoxes } from './use-boxes.ts'
import { photoChanged, usePhotoVersion } from './use-photo-version.ts'

/** Painting over faces and plates (D19): boxes are drawn with the pointer, or added and moved with the keys, and stay for good once saved. */
export function PaintPhoto({ photo, onLeave }: { photo: CasePhoto; onLeave: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const version = usePhotoVersion(photo.id)
  const { boxes, draft, add, removeLast, onKeyDown, picture } = useBoxes()
  const saving = useMutation({
    mutationFn: () => redactPhoto(photo.id, boxes),
    onSuccess: (painted) => {
      photoChanged(queries, painted)
      onLeave()
    },
  })
  return (
    <div className="paint">
      <p className="paint-how">{t('paint.how')}</p>
      <div className="paint-picture" {...picture}>
        <img
          src={photoAddress(photo.id, version)}
          alt={t('photo.alt', { phase: t(`photo.${photo.phase}`) })}
          draggable={false}
        />
        {boxes.map((box, at) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place in the list and nothing else
            key={at}
            type="button"
            data-box={at}
            className="paint-box"
            style={placed(box)}
            aria-label={t('paint.box', { n: at + 1 })}
            onKeyDown={(event) => onKeyDown(event, at)}
          />
        ))}
        {draft ? <i className="paint-box" style={placed(draft)} /> : null}
      </div>
      {saving.isError ? <Refused fault={saving.error} title={t('paint.failed')} /> : null}
      <div className="paint-buttons">
        <Button
          look="primary"
          disabled={boxes.length === 0 || saving.isPending}
          onClick={() => saving.mutate()}
          aria-describedby="paint-for-good"
        >
          {t('paint.save', { n: boxes.length })}
        </Button>
        <Button onClick={add}>{t('paint.add')}</Button>
        <Button disabled={boxes.length === 0} onClick={removeLast}>
          {t('paint.removeLast')}
        </Button>
        <Button onClick={onLeave}>{t('act.leave')}</Button>
        <small id="paint-for-good">{t('paint.forGood')}</small>
      </div>
    </div>
  )
}

const placed = ({ left, top, width, height }: Redaction) => ({
  left: `${left * 100}%`,
  top: `${top * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
})
