import { useEffect, useRef } from 'react'
import type { LinkedFile } from '@one-window/shared/files/file'
import { AddPhoto, PhotoRow, PhotoTile } from '@/components/photo/photo'
import { openDocument, shownAt, viewPictures } from '@/gateways/view-file'
import type { Destination } from './send-chosen'
import { useUploads, type UploadItem } from './use-uploads'

interface MaterialPhotosProps {
  /** What the photos are of. */
  name: string
  to: Destination
  files: readonly LinkedFile[]
  /** What was added stays: nothing is taken away. */
  keeps?: boolean
  /** A new photo takes the place of those that are there, which were not right. */
  replaces?: boolean
  /** How many more may be added. */
  room?: number
  /** Takes the whole list as it should be; answers whether it is. Absent: the photos are only shown. */
  onChange?: (fileIds: string[]) => Promise<boolean>
  /** Something is on its way, or nothing is any more. */
  onBusy?: (busy: boolean) => void
  /** A link was over: the files are to be asked for again. */
  onStale?: () => void
}

const wordsOf = ({ stand }: UploadItem): string => {
  switch (stand.step) {
    case 'queued':
      return '排队等着传'
    case 'sending':
      return '正在传'
    case 'pausing':
      return '信号不好，等会儿自动再传'
    case 'checking':
      return '正在检查'
    case 'stopped':
      return stand.words
  }
}

/** The photos of one material: taken, on their way, in their place. */
export function MaterialPhotos({
  name,
  to,
  files,
  keeps,
  replaces,
  room = 10,
  onChange,
  onBusy,
  onStale,
}: MaterialPhotosProps) {
  const ids = useRef<string[]>([])
  ids.current = files.map(({ fileId }) => fileId)
  const change = async (next: string[]): Promise<boolean> => {
    ids.current = next
    return onChange ? onChange(next) : false
  }
  const uploads = useUploads(to, ({ fileId }) =>
    change(replaces ? [fileId] : [...ids.current.filter((id) => id !== fileId), fileId]),
  )
  const isBusy = uploads.items.some(({ stand }) => stand.step !== 'stopped')
  const tellBusy = useRef(onBusy)
  tellBusy.current = onBusy
  useEffect(() => tellBusy.current?.(isBusy), [isBusy])
  const pictures = files.filter(({ url, type }) => url && type.indexOf('image/') === 0)
  const left = room - uploads.items.length

  return (
    <PhotoRow label={`${name}的照片`}>
      {files.map((file, at) => (
        <ShownPhoto
          key={file.fileId}
          file={file}
          name={`${name}，第${at + 1}张`}
          pictures={pictures}
          onStale={onStale}
          onRemove={
            keeps || !onChange
              ? undefined
              : () => void change(ids.current.filter((fileId) => fileId !== file.fileId))
          }
        />
      ))}
      {uploads.items.map((item) => (
        <PhotoTile
          key={item.id}
          src={item.isPicture ? item.preview : undefined}
          name={item.name}
          words={wordsOf(item)}
          kind={item.stand.step === 'stopped' ? 'bad' : 'plain'}
          percent={'percent' in item.stand ? item.stand.percent : undefined}
          way={
            item.stand.step === 'stopped' && item.stand.mayRetry
              ? { words: '再传', onPress: () => uploads.retry(item.id) }
              : undefined
          }
          otherWay={{ words: '不传了', onPress: () => uploads.drop(item.id) }}
        />
      ))}
      {onChange && left > 0 && (
        <AddPhoto
          id={`add-${to.materialId ?? 'file'}`}
          words={replaces ? '重拍' : files.length > 0 ? '再拍一张' : '拍照'}
          label={`拍${name}`}
          onPress={() => uploads.add(left)}
        />
      )}
    </PhotoRow>
  )
}

interface ShownPhotoProps {
  file: LinkedFile
  name: string
  pictures: readonly LinkedFile[]
  onStale?: () => void
  onRemove?: () => void
}

function ShownPhoto({ file, name, pictures, onStale, onRemove }: ShownPhotoProps) {
  const { url, smallUrl, type } = file
  const isPicture = type.indexOf('image/') === 0
  const see = () => {
    if (!url) return
    if (isPicture)
      viewPictures(
        pictures.map((one) => shownAt(one.url ?? '')),
        shownAt(url),
      )
    else openDocument(url, file.name)
  }
  const src = isPicture ? (smallUrl ?? url) : undefined
  return (
    <PhotoTile
      src={src && shownAt(src)}
      name={isPicture ? name : file.name}
      onPress={url ? see : undefined}
      onMissing={onStale}
      way={onRemove && { words: '删掉', onPress: onRemove }}
    />
  )
}
