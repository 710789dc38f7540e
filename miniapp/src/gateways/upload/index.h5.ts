import { XLSX } from '@one-window/shared/files/may-upload'

/** A file that was chosen, held until it has arrived: nobody chooses it twice. */
export interface Chosen {
  /** An address that shows it here. */
  readonly preview: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly body: Blob
}

/** How a sending ended. `over`: the ticket is no longer good; `broken`: the line. */
export type Sent = 'taken' | 'over' | 'broken' | 'cancelled'

export interface Sending {
  readonly ended: Promise<Sent>
  cancel: () => void
}

/** iPhones hand over JPEG when HEIC is not asked for. */
const TYPES = 'image/jpeg,image/png,image/webp,application/pdf'
/** What a hall needs to read a page, A4 at 300 dpi; more only costs a slow line. */
const LONGEST = 3508
const SMALL_ENOUGH = 1_500_000
const QUALITY = 0.85

/** Lets the person photograph or choose up to so many files; none when they close the list. */
export const chooseFiles = (most: number): Promise<Chosen[]> => choose(TYPES, most)

/** Lets the person pick a table; undefined when they change their mind. */
export const chooseTable = async (): Promise<Chosen | undefined> => {
  const [chosen] = await choose('.xlsx', 1)
  return chosen && { ...chosen, type: XLSX }
}

const choose = (types: string, most: number): Promise<Chosen[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = types
    input.multiple = most > 1
    input.hidden = true
    input.id = 'choose-files'
    document.getElementById(input.id)?.remove()
    document.body.append(input)
    const done = (files: readonly File[]) => {
      input.remove()
      void Promise.all(files.slice(0, most).map(chosenOf)).then(resolve)
    }
    input.addEventListener('change', () => done(Array.from(input.files ?? [])))
    input.addEventListener('cancel', () => done([]))
    input.click()
  })

const chosenOf = async (file: File): Promise<Chosen> => {
  const body = await lighter(file)
  const preview = URL.createObjectURL(body)
  const name = body === file ? file.name : file.name.replace(/\.\w+$/, '.jpg')
  return { preview, name, type: body.type, size: body.size, body }
}

/** The same picture with fewer bytes, where this browser can; else as it is. */
async function lighter(file: File): Promise<Blob> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= SMALL_ENOUGH) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const part = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * part)
    canvas.height = Math.round(picture.height * part)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
    return made && made.size > 0 && made.size < file.size ? made : file
  } catch {
    return file
  }
}

/** Sends a file as the ticket says, telling how far it is, 0 to 100. */
export const sendFile = (
  url: string,
  fields: Readonly<Record<string, string>>,
  { body, name }: Chosen,
  onProgress: (percent: number) => void,
): Sending => {
  const asking = new XMLHttpRequest()
  let cancelled = false
  const ended = new Promise<Sent>((resolve) => {
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append('file', body, name)
    asking.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((100 * loaded) / total))
    asking.onloadend = () => {
      const { status } = asking
      resolve(
        cancelled
          ? 'cancelled'
          : status >= 200 && status < 300
            ? 'taken'
            : status >= 400 && status < 500
              ? 'over'
              : 'broken',
      )
    }
    asking.open('POST', url)
    asking.send(form)
  })
  return {
    ended,
    cancel: () => {
      cancelled = true
      asking.abort()
    },
  }
}

/** Gives up what the preview holds. */
export const letGo = ({ preview }: Chosen): void => URL.revokeObjectURL(preview)
