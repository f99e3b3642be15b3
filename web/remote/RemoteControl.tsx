import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../api.ts'
import { clock } from '../format.ts'
import { texts } from '../i18n/i18n.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { Refused, useRefusedWords } from '../refused.tsx'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Hairlines } from '../ui/Hairlines.tsx'
import { Notice } from '../ui/Notice.tsx'
import { HOLDS, type Hold, heldOf } from './remote-state.ts'
import { SceneButtons } from './SceneButtons.tsx'
import { useCall, useRemote } from './use-remote.ts'
import { WallChoice } from './WallChoice.tsx'

const SECOND_MS = 1_000
const nameOfHold = (hold: Hold): string => (hold === null ? 'open' : String(hold))

/** Which wall, for how long, which scene; and letting it go. */
export function RemoteControl() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error, dataUpdatedAt, refetch } = useRemote(true)
  const [local, setLocal] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setLocal(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  const [chosen, setChosen] = useState<string>()
  const [hold, setHold] = useState<Hold>(900)
  // Calls end by the server's clock, whatever the phone's says.
  const now = data ? Date.parse(data.at) + Math.max(0, local - dataUpdatedAt) : local
  const call = useCall(now)
  const whyNot = useWhyNot()
  if (!data)
    return error ? (
      <Refused fault={error} title={t('remote.notRead')}>
        <Button small onClick={() => void refetch()}>
          {t('connection.retry')}
        </Button>
      </Refused>
    ) : (
      <Hairlines rows={8} label={t('page.loading')} />
    )
  const { screens, scenes } = data
  const wall =
    screens.find(({ id }) => id === chosen) ?? screens.find(({ health }) => health?.state === 'alive') ?? screens[0]
  if (!wall) return <p className="remote-closed">{t('remote.noWalls')}</p>
  const titleOf = (id: string): string => scenes.find((scene) => scene.id === id)?.title[language] ?? id
  const held = heldOf(wall, now)
  const wish = (scene: string | null): void => call.mutate({ screenId: wall.id, scene, hold })
  const pending = call.isPending && call.variables.screenId === wall.id ? call.variables : undefined
  const failed = call.error ? call.variables : undefined
  return (
    <>
      {error ? (
        <Notice title={t('remote.stale', { time: clock(data.at) })}>
          <p>{t('remote.staleNote')}</p>
        </Notice>
      ) : null}
      <WallChoice screens={screens} value={wall.id} now={now} titleOf={titleOf} onChange={setChosen} />
      <section aria-labelledby="remote-scenes">
        <h2 id="remote-scenes">{t('remote.scenes')}</h2>
        <Choice
          className="remote-hold"
          label={t('remote.hold')}
          value={nameOfHold(hold)}
          options={HOLDS.map((of) => ({
            id: nameOfHold(of),
            name: of === null ? t('remote.untilLetGo') : t('remote.minutes', { n: of / 60 }),
          }))}
          onChange={(id) => setHold(HOLDS.find((of) => nameOfHold(of) === id) ?? null)}
        />
        {failed && call.error ? (
          <Notice
            title={t(failed.scene === null ? 'remote.notLetGo' : 'remote.notCalled', {
              wall: screens.find(({ id }) => id === failed.screenId)?.name ?? failed.screenId,
              scene: titleOf(failed.scene ?? ''),
            })}
          >
            <p>{whyNot(call.error)}</p>
          </Notice>
        ) : null}
        <SceneButtons scenes={scenes} wall={wall} now={now} pending={pending?.scene} onCall={wish} />
      </section>
      <footer className="remote-foot">
        <Button look="primary" disabled={held === null || call.isPending} onClick={() => wish(null)}>
          {t('remote.letGo')}
        </Button>
        <small>{held === null ? t('remote.nothingHeld') : t('remote.letGoNote')}</small>
      </footer>
    </>
  )
}

/** Why a wish was refused: what is of walls has words of its own. */
function useWhyNot(): (fault: unknown) => string {
  const { t } = useTranslation()
  const words = useRefusedWords()
  return (fault) => {
    const key = `remoteRefused.${fault instanceof Refusal ? fault.problem.code : ''}` as 'remoteRefused.unreachable'
    return texts.exists(key) ? t(key) : words(fault)
  }
}
