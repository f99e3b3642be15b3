import { getRouteApi } from '@tanstack/react-router'
import { Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Scenes } from '../../../server/contract/wall.ts'
import type { Seen } from '../../api-admin.ts'
import { Button } from '../../ui/Button.tsx'
import { AdminHead } from '../AdminHead.tsx'
import { useLayerNames, useSceneVerbs } from './queries.ts'
import { SaveLine } from './SaveLine.tsx'
import { SceneForm } from './SceneForm.tsx'
import { SceneList } from './SceneList.tsx'
import { ScenePreview } from './ScenePreview.tsx'
import { added, begun, changed, duplicated, moved, removed, undone } from './scene-edits.ts'
import { sceneFaults } from './scene-faults.ts'
import { useEdited } from './use-edited.ts'
import { useUndoKey } from './use-undo-key.ts'

const route = getRouteApi('/desk/admin/scenes')

export function SceneSetEditor({ seen, mayWrite }: { seen: Seen<Scenes>; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { scene: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const { base, edited, setEdited, dirty, overtaken, takeOver } = useEdited(seen)
  const { save, reset } = useSceneVerbs()
  const layers = useLayerNames()
  const { scenes, past } = edited
  const at = Math.max(
    0,
    scenes.findIndex(({ id }) => id === asked),
  )
  const scene = scenes[at]
  const choose = (id: string | undefined): void => void navigate({ search: id === undefined ? {} : { scene: id } })
  const undo = (): void => setEdited(undone(edited))
  useUndoKey(undo, past.length > 0)
  const faults = sceneFaults(scenes, layers)
  const add = (): void => {
    const next = added(edited, { zh: t('scenes.newZh'), en: t('scenes.newEn') })
    setEdited(next)
    choose(next.scenes.at(-1)?.id)
  }
  const store = (etag: string): void =>
    save.mutate(
      { set: { scenes: [...scenes] }, etag },
      { onSuccess: (of) => takeOver({ of, etag: `"${of.version}"` }) },
    )
  const leave = (id: string): void => {
    const next = removed(edited, id)
    setEdited(next)
    choose(next.scenes[Math.min(at, next.scenes.length - 1)]?.id)
  }
  return (
    <>
      <AdminHead title={t('adminSection.scenes')} about={t('scenes.about')}>
        <Button disabled={past.length === 0} onClick={undo}>
          {t('scenes.undo')}
        </Button>{' '}
        <Popconfirm
          title={t('scenes.resetAsk')}
          description={t('scenes.resetNote')}
          okText={t('scenes.reset')}
          cancelText={t('admin.leave')}
          disabled={!mayWrite || !seen.of.own}
          onConfirm={() => reset.mutate(seen.etag, { onSuccess: (of) => takeOver({ of, etag: `"${of.version}"` }) })}
        >
          <Button
            disabled={!mayWrite || !seen.of.own || reset.isPending}
            title={seen.of.own ? undefined : t('scenes.notOwn')}
          >
            {t('scenes.reset')}
          </Button>
        </Popconfirm>
      </AdminHead>
      <SaveLine
        {...{ dirty, overtaken, mayWrite, faults, scenes }}
        saved={save.isSuccess && !dirty}
        busy={save.isPending}
        fault={save.error ?? reset.error}
        onSave={() => store(base.etag)}
        onOverwrite={() => store(seen.etag)}
        onDrop={() => {
          save.reset()
          takeOver(seen)
        }}
        onRevert={() => setEdited(begun(base.of.scenes))}
        onChoose={choose}
      />
      <div className="scenes">
        <SceneList
          scenes={scenes}
          chosen={scene?.id}
          faulty={new Set(faults.flatMap(({ id }) => id ?? []))}
          disabled={!mayWrite}
          onChoose={choose}
          onMove={(id, to) => setEdited(moved(edited, id, to))}
          onAdd={add}
        />
        {scene ? (
          <div className="scenes-one">
            <ScenePreview scene={scene} />
            <SceneForm
              key={scene.id}
              scene={scene}
              layers={layers ?? []}
              faults={faults.filter(({ id }) => id === scene.id).map(({ field }) => field)}
              disabled={!mayWrite}
              onChange={(patch) => setEdited(changed(edited, scene.id, patch))}
            />
            <p className="verb-line">
              <Button
                disabled={!mayWrite}
                onClick={() => {
                  const next = duplicated(edited, scene.id, ({ zh, en }) => ({
                    zh: t('scenes.copyZh', { title: zh }),
                    en: t('scenes.copyEn', { title: en }),
                  }))
                  setEdited(next)
                  choose(next.scenes[at + 1]?.id)
                }}
              >
                {t('scenes.duplicate')}
              </Button>
              <Button disabled={!mayWrite || scenes.length < 2} onClick={() => leave(scene.id)}>
                {t('scenes.remove')}
              </Button>
              {scenes.length < 2 ? <small>{t('scenes.lastStays')}</small> : null}
            </p>
          </div>
        ) : null}
      </div>
    </>
  )
}
