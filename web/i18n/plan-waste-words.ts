import { addWords } from './add-words.ts'
import en from './plan-waste.en.json' with { type: 'json' }
import zh from './plan-waste.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
