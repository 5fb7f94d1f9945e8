/**
 * JPEG (ITU-T T.81, with JFIF 1.02 and Adobe's APP14): marker segments and scans. Kept are the tables, the frame and the scans,
 * and what says how the colours are meant: that it is JFIF, and Adobe's segment. All other application data (EXIF, XMP, colour
 * profiles, thumbnails), comments and whatever follows the end are dropped.
 */
import { ascii, type Bytes, bigEndian, joined, letters, type Read, Walk } from './bytes.ts'
import { isTurned } from './exif.ts'
import { checkFrame, checkScan, checkTables, type Frame } from './jpeg-segments.ts'
import { turned, unreadable } from './refusals.ts'

/** The second bytes of markers (T.81, table B.1); the first is 0xff. */
const SOF0 = 0xc0
const SOF2 = 0xc2
const DHT = 0xc4
const RST0 = 0xd0
const RST7 = 0xd7
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const DQT = 0xdb
const DRI = 0xdd
const APP0 = 0xe0
const APP1 = 0xe1
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe

export const isJpeg = (file: Bytes): boolean => file[0] === 0xff && file[1] === SOI && file[2] === 0xff

/** What says that a file is JFIF, as every file is given it: 1.02, square pixels, no thumbnail. */
const JFIF_DATA = [...ascii('JFIF\0'), ...[1, 2, 0, 0, 1, 0, 1, 0, 0]]

/** Of Adobe's segment: its name, version, flags, and the transform that decides the colours. */
const ADOBE_BYTES = 12

/**
 * More than that no picture of this size needs (progressive ones have about ten scans, each with a table or two). A scan of a
 * dozen bytes makes a decoder go through all pixels once more: thousands of them would keep a phone busy for seconds.
 */
const MOST_SEGMENTS = 250

/** What has been read so far; `kept`: tables, frame and scans, in their order. */
type State = { jfif: boolean; adobe: Bytes | null; frame: Frame | null; hasScan: boolean; kept: Bytes[] }

/** Reads a JPEG. Throws the problem that says why it is refused. */
export function readJpeg(file: Bytes): Read {
  const walk = new Walk(file, 2)
  const state: State = { jfif: false, adobe: null, frame: null, hasScan: false, kept: [] }
  let left = MOST_SEGMENTS
  for (let marker = nextMarker(walk); marker !== EOI; marker = nextMarker(walk)) {
    if (left-- === 0) throw unreadable('it has more parts than such a picture needs')
    const data = walk.take(bigEndian(walk.take(2)) - 2)
    if (marker >= APP0 && marker <= APP15) noteApplication(state, marker, data)
    else if (marker !== COM) keepSegment(state, marker, data)
    if (marker === SOS) state.kept.push(scanIn(walk))
  }
  const { jfif, adobe, frame, hasScan, kept } = state
  if (!frame || !hasScan) throw unreadable('it holds no picture')
  const colours = [jfif ? segment(APP0, JFIF_DATA) : [], adobe ?? []]
  return { ...frame, parts: [[0xff, SOI], ...colours, ...kept, [0xff, EOI]] }
}

/** Any number of 0xff may stand before a marker (T.81, B.1.1.2); they are not kept. */
function nextMarker(walk: Walk): number {
  if (walk.take(1)[0] !== 0xff) throw unreadable('it has something else where a marker should stand')
  for (;;) {
    const [byte = 0] = walk.take(1)
    if (byte !== 0xff) return byte
  }
}

/** What of the application data counts; decoders look at it no more once the first scan has begun. */
function noteApplication(state: State, marker: number, data: Bytes): void {
  const is = (name: string) => letters(data.subarray(0, name.length)) === name
  if (marker === APP1 && is('Exif\0\0') && isTurned(data)) throw turned()
  if (state.hasScan) return
  if (marker === APP0 && is('JFIF\0') && data.length >= JFIF_DATA.length) state.jfif = true
  if (marker === APP14 && is('Adobe') && data.length >= ADOBE_BYTES)
    state.adobe = segment(APP14, data.subarray(0, ADOBE_BYTES))
}

function keepSegment(state: State, marker: number, data: Bytes): void {
  if (marker >= SOF0 && marker <= SOF2) {
    if (state.frame) throw unreadable('it has two frames')
    state.frame = checkFrame(data)
  } else if (marker === SOS) {
    checkScan(data, state.frame)
    state.hasScan = true
  } else if (marker === DQT || marker === DHT) checkTables(data, marker === DHT)
  else if (marker !== DRI || data.length !== 2)
    throw unreadable('it is neither a baseline nor a progressive JPEG')
  state.kept.push(segment(marker, data))
}

const segment = (marker: number, data: ArrayLike<number>): Bytes =>
  joined([[0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], data])

/** What follows a scan's header: everything up to a marker that is no restart; a 0 behind 0xff says that it is none. */
function scanIn(walk: Walk): Bytes {
  const { bytes, at: start } = walk
  let end = bytes.indexOf(0xff, start)
  for (; end >= 0 && isOfScan(bytes[end + 1]); end = bytes.indexOf(0xff, end + 2));
  return walk.take(end - start)
}

const isOfScan = (second: number | undefined) =>
  second === 0 || (second !== undefined && second >= RST0 && second <= RST7)
