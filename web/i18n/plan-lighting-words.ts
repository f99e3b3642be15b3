import { addWords } from './add-words.ts'
import en from './plan-lighting.en.json' with { type: 'json' }
import zh from './plan-lighting.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
