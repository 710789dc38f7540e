/** What other capabilities may ask of files. */
export { attachWrite, dropWrite } from './file-steps-store'
export { findFiles, shownFile, type KeptFile } from './file-store'
export { forgetFilesOf, listEveryFileOf } from './forget-files'
export { linkedFile, readFile } from './link-to'
