/**
 * Units by UCUM, as far as measuring at home goes: whether a text is a unit, and of what.
 *
 * The whole of UCUM is too much for the browser. The form is read in full (UCUM §§ 4–12); of the units themselves those are
 * known that occur in care at home and in the laboratory.
 */

/** Powers of the base quantities: pressure is `{ M: 1, L: -1, T: -2 }`. A plain number has none. */
export type Dimension = Record<string, number>

const time = { T: 1 }
const length = { L: 1 }
const mass = { M: 1 }
const volume = { L: 3 }
const pressure = { M: 1, L: -1, T: -2 }
const energy = { M: 1, L: 2, T: -2 }
const temperature = { C: 1 }
const amount = { N: 1 }
const number = {}

/** Units that take a prefix: `kg`, `mmol`, `mm[Hg]`. */
const metric: Record<string, Dimension> = {
  ...{ m: length, g: mass, t: mass, s: time, L: volume, l: volume, K: temperature, Cel: temperature },
  ...{
    mol: amount,
    eq: amount,
    osm: amount,
    kat: { N: 1, T: -1 },
    U: { N: 1, T: -1 },
    '[iU]': { IU: 1 },
    '[IU]': { IU: 1 },
  },
  ...{ Pa: pressure, bar: pressure, 'm[Hg]': pressure, 'm[H2O]': pressure, Hz: { T: -1 }, N: { M: 1, L: 1, T: -2 } },
  ...{
    J: energy,
    cal: energy,
    W: { M: 1, L: 2, T: -3 },
    V: { M: 1, L: 2, T: -3, I: -1 },
    A: { I: 1 },
    C: { I: 1, T: 1 },
  },
  ...{
    Bq: { T: -1 },
    Gy: { L: 2, T: -2 },
    Sv: { L: 2, T: -2 },
    cd: { J: 1 },
    lm: { J: 1 },
    lx: { J: 1, L: -2 },
    B: number,
  },
}

const plain: Record<string, Dimension> = {
  ...{ min: time, h: time, d: time, wk: time, mo: time, a: time, '%': number, '10*': number, '10^': number },
  ...{ '[ppth]': number, '[ppm]': number, '[ppb]': number, '[pH]': { H: 1 }, deg: { A: 1 }, '[degF]': temperature },
  ...{ '[in_i]': length, '[ft_i]': length, '[lb_av]': mass, '[oz_av]': mass, '[stone_av]': mass, '[Cal]': energy },
  ...{
    '[cup_us]': volume,
    '[tbs_us]': volume,
    '[tsp_us]': volume,
    '[foz_us]': volume,
    '[drp]': volume,
    '[diop]': { L: -1 },
  },
  ...{ '[MET]': { L: 3, T: -1, M: -1 }, '[CFU]': { CFU: 1 } },
}

const prefixes = ['Y', 'Z', 'E', 'P', 'T', 'G', 'M', 'k', 'h', 'da', 'd', 'c', 'm', 'u', 'n', 'p', 'f', 'a', 'z', 'y']

/** What a unit measures; null for what is no unit of UCUM, or none that is known here. */
export function dimensionOf(unit: string): Dimension | null {
  if (!/^[!-~]{1,80}$/.test(unit)) return null
  const reader = { text: unit, at: 0 }
  const dimension = term(reader, 0)
  return reader.at === unit.length ? dimension : null
}

/** Whether two units measure the same kind of thing. */
export const sameDimension = (one: Dimension, other: Dimension): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => (one[key] ?? 0) === (other[key] ?? 0))

type Reader = { text: string; at: number }

/** `kg/m2`, `/min`, `mL/min/{1.73_m2}`: parts that are multiplied (`.`) or divided (`/`). */
function term(reader: Reader, depth: number): Dimension | null {
  let power = 1
  if (take(reader, /\//y)) power = -1
  let whole = multiplied({}, part(reader, depth), power)
  for (let sign = take(reader, /[./]/y); whole && sign; sign = take(reader, /[./]/y))
    whole = multiplied(whole, part(reader, depth), sign === '.' ? 1 : -1)
  return whole
}

function part(reader: Reader, depth: number): Dimension | null {
  if (take(reader, /\(/y)) {
    const inside = depth < 10 ? term(reader, depth + 1) : null
    return take(reader, /\)/y) ? inside : null
  }
  if (take(reader, /\{[^{}]*\}/y)) return number
  if (take(reader, /\d+(?![*^\d])/y)) return number
  const written = take(reader, /(?:10[*^]|[A-Za-z%]*\[[A-Za-z0-9_']+\]|[A-Za-z%]+)/y)
  const exponent = take(reader, /[+-]?\d+/y)
  take(reader, /\{[^{}]*\}/y)
  const known = written === null ? null : atom(written)
  return known && multiplied({}, known, exponent === null ? 1 : Number(exponent))
}

function atom(written: string): Dimension | null {
  if (Object.hasOwn(plain, written)) return plain[written]!
  if (Object.hasOwn(metric, written)) return metric[written]!
  const prefix = prefixes.find((one) => written.startsWith(one) && Object.hasOwn(metric, written.slice(one.length)))
  return prefix === undefined ? null : metric[written.slice(prefix.length)]!
}

function multiplied(one: Dimension, other: Dimension | null, power: number): Dimension | null {
  if (other === null) return null
  const whole = { ...one }
  for (const [key, value] of Object.entries(other)) whole[key] = (whole[key] ?? 0) + value * power
  return whole
}

/** Takes what matches at this place (a sticky expression), or nothing. */
function take(reader: Reader, form: RegExp): string | null {
  form.lastIndex = reader.at
  const found = form.exec(reader.text)?.[0]
  if (found === undefined) return null
  reader.at += found.length
  return found
}

/** What people write where UCUM writes something else, without capitals, spaces and points. */
const written: Record<string, string> = {
  ...{ mmhg: 'mm[Hg]', '°c': 'Cel', degc: 'Cel', gradencelsius: 'Cel', celsius: 'Cel', '°f': '[degF]' },
  ...{
    bpm: '/min',
    'slagen/min': '/min',
    'slagen/minuut': '/min',
    perminuut: '/min',
    '/minuut': '/min',
    'x/min': '/min',
  },
  ...{
    kilo: 'kg',
    kilogram: 'kg',
    gram: 'g',
    lb: '[lb_av]',
    lbs: '[lb_av]',
    kg: 'kg',
    'kg/m²': 'kg/m2',
    procent: '%',
    pct: '%',
  },
  ...{
    'mmol/l': 'mmol/L',
    'l/min': 'L/min',
    'liter/min': 'L/min',
    'µg/g': 'ug/g',
    'mcg/g': 'ug/g',
    'mg/l': 'mg/L',
    liter: 'L',
  },
  ...{
    jaar: 'a',
    jaren: 'a',
    uur: 'h',
    uren: 'h',
    dag: 'd',
    dagen: 'd',
    week: 'wk',
    weken: 'wk',
    minuten: 'min',
    seconden: 's',
    sec: 's',
  },
  ...{ score: '{score}', punten: '{score}', stappen: '{steps}', 'ademhalingen/min': '/min' },
}

/** The unit that a text most probably stands for, or null. */
export function unitMeant(text: string): string | null {
  const folded = text.toLowerCase().replaceAll(/[\s.]/g, '').replaceAll('º', '°').replaceAll('μ', 'µ')
  return Object.hasOwn(written, folded) ? written[folded]! : null
}
