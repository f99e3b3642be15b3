/** 夜间市容组（演示） is 夜间市容组 on a wall, whose head says of what city all of it is. */
export const crewName = (name: string): string => name.replace(/(?<=.)\s*[(\uff08][^)\uff09]*[)\uff09]$/, '')
