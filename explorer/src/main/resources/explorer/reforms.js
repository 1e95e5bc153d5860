// Policy options with their assessments, and simulations of reforms.
import { all, get, post } from './api.js'
import { inWords } from './dates.js'
import { h, show } from './dom.js'
import {
  account,
  badge,
  capital,
  citations,
  disagreements,
  empty,
  fillWith,
  head,
  link,
  loading,
  links,
  section,
  table,
  term,
  timeControls,
  words,
} from './parts.js'
import { historySection } from './history.js'
import { change, href, state } from './router.js'
import { TERMS } from './terms.js'
import { T } from './texts.js'

const CRITERIA = Object.keys(TERMS.Criterion)
const BASELINE = '2004-12-31'

/** The view: all options, one option, or a reform of one's own. */
export async function reforms(main) {
  const { id } = state()
  if (id === 'compose') return compose(main)
  return id ? option(main, id) : list(main)
}

function rating(options, criterion) {
  const found = options.assessments.find(each => each.criterion === criterion)
  return found ? badge('rating', found.rating) : ''
}

async function list(main) {
  const { query } = state()
  const body = h('div')
  show(
    main,
    head(
      T.reforms.title,
      T.reforms.lead,
      h('p', h('a.button', { href: href('reforms', 'compose') }, T.reforms.compose)),
    ),
    h('div.controls', timeControls()),
    body,
  )
  await fillWith(body, async () => {
    const [options, models] = await Promise.all([
      all('/v1/policy-options', { validAt: query.get('validAt'), knownAt: query.get('knownAt') }),
      all('/v1/governance-models', { validAt: query.get('validAt'), knownAt: query.get('knownAt') }).catch(() => []),
    ])
    if (options.length === 0) return empty(T.reforms.none)
    options.sort((a, b) => a.rank - b.rank)
    return [
      table(
        T.reforms.title,
        [T.reforms.option, T.reforms.direction, ...CRITERIA.map(criterion => capital(words(criterion)))],
        options.map(each => [
          h('div', h('a.name', { href: href('reforms', each.id) }, each.name), h('p.muted', each.summary)),
          term('ReformModel', each.model),
          ...CRITERIA.map(criterion => rating(each, criterion)),
        ]),
      ),
      section(
        'models',
        T.reforms.models,
        models.length > 0
          ? h(
              'ul',
              models.map(each =>
                h(
                  'li',
                  h('a', { href: href('governance-models', each.id) }, each.name),
                  h('p.muted', each.description),
                ),
              ),
            )
          : null,
      ),
      account({ title: T.reforms.title, downloads: [[T.account.csv(T.reforms.title), '/v1/policy-options.csv']] }),
    ]
  })
}

async function option(main, id) {
  const { query } = state()
  const body = h('div.document', h('h1', { tabindex: '-1' }, capital(words(id))), loading())
  show(main, body)
  await fillWith(body, async () => {
    const found = await get(`/v1/policy-options/${id}`, { knownAt: query.get('knownAt') })
    const simulation = h('div')
    const foot = h('div')
    const validAt = query.get('validAt') ?? found.baseline
    fillWith(simulation, async () => {
      if (found.operations.length === 0) return empty(T.reforms.noOperations)
      const result = await get(`/v1/policy-options/${id}/simulation`, { validAt, knownAt: query.get('knownAt') })
      show(foot, account({ title: found.name, position: result.position }))
      return outcome(result)
    }).then(() => foot.childElementCount === 0 && show(foot, account({ title: found.name })))
    return [
      head(
        found.name,
        null,
        h(
          'p.facts',
          T.singular['policy-options'],
          term('ReformModel', found.model),
          h('span.muted', T.reforms.baseline(inWords(found.baseline))),
        ),
        h('p.lead', found.summary),
        citations(found.citations),
      ),
      h(
        'div.row',
        found.operations.length > 0
          ? h(
              'a.button',
              { href: href('reforms', 'compose', { operations: JSON.stringify(found.operations), validAt }) },
              T.reforms.adapt,
            )
          : null,
        h('a', { href: href('reforms') }, T.reforms.allOptions),
      ),
      section(
        'simulation',
        T.reforms.simulated(inWords(validAt)),
        h('div.controls', timeControls({ fallback: found.baseline })),
        simulation,
      ),
      section(
        'operations',
        T.reforms.operations,
        found.operations.length > 0
          ? h(
              'ol',
              found.operations.map(operation =>
                h('li', inSentence(operation, found.operations), operation.note ? h('p.muted', operation.note) : null),
              ),
            )
          : null,
      ),
      section(
        'assessments',
        T.reforms.assessments,
        found.assessments.map(each =>
          h(
            'div.item',
            h('h3', term('Criterion', each.criterion), ' ', badge('rating', each.rating)),
            h('p', each.reason),
            citations(each.citations),
          ),
        ),
      ),
      section(
        'advantages',
        T.reforms.advantages,
        found.advantages.length > 0
          ? h(
              'ul',
              found.advantages.map(each => h('li', each.text, citations(each.citations))),
            )
          : null,
      ),
      section(
        'obstacles',
        T.reforms.obstacles,
        found.obstacles.length > 0
          ? h(
              'ul',
              found.obstacles.map(each => h('li', each.text, citations(each.citations))),
            )
          : null,
      ),
      section(
        'outcomes',
        T.reforms.outcomes,
        found.outcomes.length > 0
          ? h(
              'ol.events',
              found.outcomes.map(each =>
                h('li', h('span.date', inWords(each.date)), h('div', each.text, citations(each.citations))),
              ),
            )
          : null,
      ),
      disagreements(found),
      historySection('policy-options', id),
      foot,
    ]
  })
}

/** Returns an operation in words. */
function inSentence(operation, all) {
  const who = id =>
    all.find(each => each.type === 'create-institution' && each.institution === id)?.name ?? link('institutions', id)
  const inst = operation.institution && who(operation.institution)
  const functions = operation.functions?.length ? links('functions', operation.functions) : T.reforms.allFunctions
  switch (operation.type) {
    case 'create-institution':
      return T.reforms.create(operation.name)
    case 'end-institution':
      return [T.reforms.end, ' ', inst]
    case 'transfer-mandates':
      return [
        T.reforms.transfer,
        ' ',
        functions,
        ' ',
        T.reforms.from,
        ' ',
        who(operation.from),
        ' ',
        T.reforms.to,
        ' ',
        who(operation.to),
        operation.capacities ? ` ${T.reforms.withCapacities}` : '',
      ]
    case 'grant-mandate':
      return [T.reforms.grant, ' ', inst, ` “${operation.title}”: `, functions]
    case 'assign-capacity':
      return [inst, ': ', link('functions', operation.function), ', ', words(operation.level)]
    case 'set-lead':
      return [T.reforms.lead_, ' ', functions, ': ', operation.institution ? inst : T.reforms.nobody]
    case 'set-un-status':
      return [T.reforms.unStatus, ' ', inst, ': ', words(operation.status)]
    default:
      return words(operation.type)
  }
}

/** Returns the result of a simulation: before and after, and the trace in words. */
function outcome(result) {
  const before = new Map([...result.before.functions, ...result.before.setAside].map(each => [each.id, each]))
  const after = [...result.after.functions, ...result.after.setAside]
  const name = id => before.get(id)?.name ?? after.find(each => each.id === id)?.name ?? id
  const totals = which => {
    const { startingPoints, setAside } = result[which].totals
    return ['gaps', 'singles', 'overlaps', 'led'].map(key => startingPoints[key] + setAside[key])
  }
  const [was, is] = [totals('before'), totals('after')]
  const created = new Map(
    result.trace
      .filter(step => step.operation.type === 'create-institution')
      .map(step => [step.operation.institution, step.operation.name]),
  )
  const who = id => created.get(id) ?? link('institutions', id)
  const gap = each => [
    T.reforms.gapKind(words(each.kind)),
    ': ',
    name(each.function),
    each.institution ? [' – ', who(each.institution)] : '',
  ]
  const changes = [
    [T.reforms.gapsClosed, result.gapsClosed.map(gap)],
    [T.reforms.gapsOpened, result.gapsOpened.map(gap)],
    [T.reforms.overlapsAdded, result.overlapsAdded.map(name)],
    [T.reforms.overlapsRemoved, result.overlapsRemoved.map(name)],
  ].filter(([, items]) => items.length > 0)
  return [
    h(
      'ul.totals',
      T.reforms.totals.map((label, i) =>
        h('li', h('span', label), h('strong', was[i] === is[i] ? String(was[i]) : `${was[i]} → ${is[i]}`)),
      ),
    ),
    changes.length === 0
      ? h('p', T.reforms.noChange)
      : h(
          'div.columns',
          changes.map(([label, items]) =>
            h(
              'div',
              h('h3', label),
              h(
                'ul',
                items.map(item => h('li', item)),
              ),
            ),
          ),
        ),
    table(
      T.reforms.beforeAfter,
      T.reforms.columns,
      after.map(each => {
        const old = before.get(each.id)
        const leads = one => (one?.leads.length ? one.leads.map((id, i) => [i > 0 ? ', ' : '', who(id)]) : '–')
        const isChanged =
          old &&
          (old.classification !== each.classification ||
            old.performed !== each.performed ||
            old.mandated !== each.mandated ||
            String(old.leads) !== String(each.leads))
        return [
          each.name,
          old ? badge('class', old.classification) : '',
          h(isChanged ? 'strong' : 'span', badge('class', each.classification)),
          T.reforms.shift(old?.mandated ?? 0, each.mandated),
          T.reforms.shift(old?.performed ?? 0, each.performed),
          leads(each),
        ]
      }),
    ),
    h('h3', T.reforms.trace),
    h(
      'ol.trace',
      result.trace.map(step =>
        h(
          'li',
          h('p', step.text),
          step.consequences.length > 0
            ? h(
                'ul',
                step.consequences.map(text => h('li', text)),
              )
            : h('p.muted', T.reforms.noConsequence),
        ),
      ),
    ),
  ]
}

// A reform of one's own

const FIELDS = {
  'create-institution': [
    ['institution', 'id'],
    ['name', 'text'],
    ['unStatus', 'UnStatusKind', true],
  ],
  'end-institution': [['institution', 'institution']],
  'transfer-mandates': [
    ['from', 'institution'],
    ['to', 'institution'],
    ['functions', 'functions', true],
    ['capacities', 'flag'],
  ],
  'grant-mandate': [
    ['institution', 'institution'],
    ['title', 'text'],
    ['functions', 'functions'],
  ],
  'assign-capacity': [
    ['institution', 'institution'],
    ['function', 'function'],
    ['level', 'CapacityLevel'],
    ['reason', 'AbsenceReason', true],
  ],
  'set-lead': [
    ['institution', 'institution'],
    ['functions', 'functions'],
  ],
  'set-un-status': [
    ['institution', 'institution'],
    ['status', 'UnStatusKind'],
  ],
}

function operationsOf(query) {
  try {
    const value = JSON.parse(query.get('operations') ?? '[]')
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

async function compose(main) {
  const { query } = state()
  const operations = operationsOf(query)
  const validAt = query.get('validAt') ?? BASELINE
  const form = h('div')
  const result = h('div')
  const foot = h('div')
  const save = list => change({ operations: list.length > 0 ? JSON.stringify(list) : null })
  show(
    main,
    head(T.reforms.composeTitle, T.reforms.composeLead),
    h('div.controls', timeControls({ fallback: BASELINE })),
    section(
      'operations',
      T.reforms.operations,
      operations.length === 0
        ? empty(T.reforms.noneYet)
        : h(
            'ol.composed',
            operations.map((operation, i) =>
              h(
                'li',
                h('span', inSentence(operation, operations)),
                ' ',
                h(
                  'button.small',
                  {
                    type: 'button',
                    'aria-label': T.reforms.removeNumber(i + 1),
                    onclick: () => save(operations.filter((_, j) => j !== i)),
                  },
                  T.reforms.remove,
                ),
              ),
            ),
          ),
      form,
    ),
    section('simulation', T.reforms.simulated(inWords(validAt)), result),
    foot,
  )
  fillWith(form, async () => {
    const [institutions, functions] = await Promise.all([
      all('/v1/institutions', { fields: 'id,name' }, { quiet: true }),
      all('/v1/functions', { fields: 'id,name' }, { quiet: true }),
    ])
    const created = operations
      .filter(each => each.type === 'create-institution')
      .map(each => ({ id: each.institution, name: each.name }))
    return editor([...created, ...institutions.sort((a, b) => a.name.localeCompare(b.name))], functions, operation =>
      save([...operations, operation]),
    )
  })
  if (operations.length === 0) {
    show(result, empty(T.reforms.addFirst))
    show(foot, account({ title: T.reforms.composeTitle }))
    return
  }
  await fillWith(result, async () => {
    const simulated = await post('/v1/simulations', { validAt, knownAt: query.get('knownAt') }, { operations }).catch(
      error => {
        if (error.status !== 422 && error.status !== 400) throw error
        return { violations: error.problem?.violations ?? [{ detail: error.message }] }
      },
    )
    if (simulated.violations)
      return h(
        'div.partial',
        { role: 'alert' },
        h('p', T.reforms.invalid),
        h(
          'ul',
          simulated.violations.map(each => h('li', each.pointer ? h('code', each.pointer) : null, ' ', each.detail)),
        ),
      )
    show(foot, account({ title: T.reforms.composeTitle, position: simulated.position }))
    return outcome(simulated)
  })
}

function select(id, entries, isOptional) {
  return h(
    'select',
    { id, required: !isOptional },
    isOptional ? h('option', { value: '' }, T.reforms.unset) : null,
    entries.map(([value, label]) => h('option', { value }, label)),
  )
}

function editor(institutions, functions, add) {
  const type = select(
    'operation',
    Object.keys(TERMS.OperationKind).map(kind => [kind, capital(words(kind))]),
  )
  const fields = h('div.fields')
  const draw = () =>
    show(
      fields,
      FIELDS[type.value].map(([name, kind, isOptional]) => {
        const id = `operation-${name}`
        const label = h('label', { for: id }, T.reforms.fields[kind === 'id' ? 'id' : name] ?? capital(words(name)))
        if (kind === 'flag') return h('div', label, ' ', h('input', { type: 'checkbox', id }))
        if (kind === 'text') return h('div', label, h('input', { id, required: true, maxlength: 200 }))
        if (kind === 'id')
          return h(
            'div',
            label,
            h('input', {
              id,
              required: true,
              pattern: '[a-z0-9]+(-[a-z0-9]+)*',
              value: 'new-institution',
              title: T.reforms.idHelp,
            }),
          )
        if (kind === 'institution')
          return h(
            'div',
            label,
            select(
              id,
              institutions.map(each => [each.id, each.name]),
              isOptional,
            ),
          )
        if (kind === 'function')
          return h(
            'div',
            label,
            select(
              id,
              functions.map(each => [each.id, each.name]),
              isOptional,
            ),
          )
        if (kind === 'functions')
          return h(
            'fieldset',
            h('legend', T.reforms.fields.functions),
            functions.map(each =>
              h('label.check', h('input', { type: 'checkbox', value: each.id, name: 'functions' }), each.name),
            ),
          )
        return h(
          'div',
          label,
          select(
            id,
            Object.keys(TERMS[kind]).map(value => [value, words(value)]),
            isOptional,
          ),
        )
      }),
    )
  type.addEventListener('change', draw)
  draw()
  const form = h(
    'form.composer',
    h('h3', T.reforms.add),
    h('div', h('label', { for: 'operation' }, T.reforms.kind), type),
    fields,
    h('button.primary', { type: 'submit' }, T.reforms.addButton),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    const operation = { type: type.value }
    for (const [name, kind] of FIELDS[type.value]) {
      const input = form.querySelector(`#operation-${name}`)
      if (kind === 'functions')
        operation[name] = [...form.querySelectorAll('[name="functions"]:checked')].map(box => box.value)
      else if (kind === 'flag') operation[name] = input.checked
      else if (input.value !== '') operation[name] = input.value
    }
    if (operation.type === 'grant-mandate') operation.populations = ['migrants']
    add(operation)
  })
  return form
}
