import openUpload from './open-upload'
import viewFile from './view-file'

/** Electronic materials (电子材料): uploads and what became of them. */
export default [openUpload, viewFile]
