// Creates elements. Text is always text, never markup.

const SVG = 'http://www.w3.org/2000/svg'

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  append(element, children)
  return element
}

function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === '') continue
    if (Array.isArray(child)) append(element, child)
    else element.append(child)
  }
}

function isAttributes(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Node)
}

function create(make) {
  return (name, ...rest) => {
    const [tag, ...classes] = name.split('.')
    const attributes = isAttributes(rest[0]) ? rest.shift() : {}
    const element = make(tag)
    if (classes.length > 0) element.setAttribute('class', classes.join(' '))
    if (attributes.class && classes.length > 0) attributes.class = `${classes.join(' ')} ${attributes.class}`
    return fill(element, attributes, rest)
  }
}

/** Creates an HTML element: `h('p.note', {id: 'a'}, 'Text', child)`. */
export const h = create(tag => document.createElement(tag))

/** Creates an SVG element. */
export const s = create(tag => document.createElementNS(SVG, tag))

/** Replaces the content of an element. */
export function show(element, ...children) {
  element.replaceChildren()
  append(element, children)
  return element
}

/** Returns highlighted text as elements; the API marks matches by `em`. */
export function highlighted(html) {
  const decode = text =>
    text.replace(/&(lt|gt|quot|#39|amp);/g, (_, e) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[e])
  return html
    .split(/(<em>.*?<\/em>)/)
    .map(part => (part.startsWith('<em>') ? h('mark', decode(part.slice(4, -5))) : decode(part)))
}
