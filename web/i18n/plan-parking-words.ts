import { addWords } from './add-words.ts'
import en from './plan-parking.en.json' with { type: 'json' }
import zh from './plan-parking.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
