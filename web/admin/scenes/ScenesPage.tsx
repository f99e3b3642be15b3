import './scenes.css'
import '../../i18n/scenes-words.ts'
import { useTranslation } from 'react-i18next'
import { WithAge } from '../../console/WithAge.tsx'
import { useActor } from '../../me/use-me.ts'
import { canDo } from '../sections.ts'
import { useSceneSet } from './queries.ts'
import { SceneSetEditor } from './SceneSetEditor.tsx'

/** What the walls show in turn: an admin orders and edits it, and the walls follow at once. */
export function ScenesPage() {
  const { t } = useTranslation()
  const mayWrite = canDo(useActor(), 'write', 'screen')
  return (
    <WithAge of={useSceneSet()} title={t('scenes.readFailed')}>
      {(seen) => <SceneSetEditor seen={seen} mayWrite={mayWrite} />}
    </WithAge>
  )
}
