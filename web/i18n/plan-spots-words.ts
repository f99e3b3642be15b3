import { addWords } from './add-words.ts'
import en from './plan-spots.en.json' with { type: 'json' }
import zh from './plan-spots.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
