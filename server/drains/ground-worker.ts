import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadNews } from '../insight/thread/run-in-thread.ts'
import type { ReliefTiles } from './read-relief.ts'
import { type Ground, reckonGround } from './reckon-ground.ts'

// The other end of groundInThread: like main.ts an entrance, and so it acts when it is loaded. Its parent ends it.
const tiles: ReliefTiles = workerData
const news: ThreadNews<never, Ground | undefined> = { kind: 'answer', answer: reckonGround(tiles) }
parentPort?.postMessage(news)
