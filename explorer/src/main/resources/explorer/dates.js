// Partial dates (EDTF): 1951, 1951-12, 2004~, [2016..2018].
import { T } from './texts.js'

const MONTHS = T.months

/** Returns a date in words: `31 December 2004`, `about 1951`, `between 2016 and 2018`. */
export function inWords(date) {
  if (!date) return T.unknownDate
  const interval = /^\[(.*)\.\.(.*)\]$/.exec(date)
  if (interval) {
    const [, from, to] = interval
    if (!from) return T.before(inWords(to))
    if (!to) return T.after(inWords(from))
    return T.between(inWords(from), inWords(to))
  }
  const [, plain, mark] = /^([^~?%]*)([~?%]?)$/.exec(date) ?? [null, date, '']
  const [year, month, day] = plain.split('-')
  const words = [day && String(Number(day)), month && MONTHS[Number(month) - 1], String(Number(year))]
    .filter(Boolean)
    .join(' ')
  return mark === '~'
    ? T.about(words)
    : mark === '?'
      ? T.perhaps(words)
      : mark === '%'
        ? T.perhaps(T.about(words))
        : words
}

/** Returns a period in words. */
export function period(validity) {
  if (!validity) return ''
  const { from, to, lastAttested } = validity
  if (from && to) return from === to ? inWords(from) : T.fromTo(inWords(from), inWords(to))
  if (from && lastAttested) return T.attested(inWords(from), inWords(lastAttested))
  if (from) return T.since(inWords(from))
  if (to) return T.until(inWords(to))
  if (lastAttested) return T.lastAttested(inWords(lastAttested))
  return T.undated
}

/** Returns the first day that a partial date allows, as a fraction of years. */
export function start(date) {
  return date ? edge(bare(date, 0), false) : null
}

/** Returns the end of the last day that a partial date allows, as a fraction of years. */
export function end(date) {
  return date ? edge(bare(date, 1), true) : null
}

/** Returns whether a date is imprecise. */
export const isVague = date => /[~?%[]/.test(date ?? '')

function bare(date, side) {
  const interval = /^\[(.*)\.\.(.*)\]$/.exec(date)
  const one = interval ? interval[1 + side] || interval[2 - side] : date
  return one.replace(/[~?%]/g, '')
}

function edge(date, last) {
  const [year, month, day] = date.split('-').map(Number)
  if (day) return year + (month - 1) / 12 + (day - (last ? 0 : 1)) / 372
  if (month) return year + (month - (last ? 0 : 1)) / 12
  return last ? year + 1 : year
}

/** Returns today's date. */
export const today = () => new Date().toISOString().slice(0, 10)

/** Returns an instant in words, in UTC. */
export function instant(text) {
  return text ? `${inWords(text.slice(0, 10))}, ${text.slice(11, 19)} UTC` : ''
}
