import { addWords } from './add-words.ts'
import en from './plan-landfill.en.json' with { type: 'json' }
import zh from './plan-landfill.zh-CN.json' with { type: 'json' }

addWords<keyof typeof en>(zh, en)
