import { useTranslation } from 'react-i18next'
import { usePairing } from './use-pairing.ts'

/** The code of a wall, to be read from across the room and typed by an admin. */
export function PairWall({ isRevoked, onPaired }: { isRevoked: boolean; onPaired: () => void }) {
  const { t } = useTranslation()
  const { code, fault } = usePairing(onPaired)
  return (
    <main className="wall-pair">
      <h1 className="wall-why" aria-live="polite">
        {t(isRevoked ? 'wall.revoked' : 'wall.unpaired')}
      </h1>
      {/* Read out letter by letter: it is no word. */}
      <p className="wall-code" role="img" aria-label={code ? [...code].join(' ') : t('wall.asking')}>
        {code ? (
          <>
            <span>{code.slice(0, 3)}</span>
            <span>{code.slice(3)}</span>
          </>
        ) : (
          <span className="wall-waits">{t('wall.asking')}</span>
        )}
      </p>
      <p className="wall-how">{t('wall.how', { address: `${location.host}/admin/screens` })}</p>
      <p className="wall-note" role="status">
        {fault ? t('wall.lost') : t('wall.note')}
      </p>
    </main>
  )
}
