// The parts that pages are put together from, each in every state it has: the design system at one glance.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { badgeOf, type Status } from '../../documents/views/state.ts'
import { words as documentWords } from '../../documents/words.ts'
import { Facts } from '../../signing/views/facts.tsx'
import { Reach, ReachButtons } from '../../ui/contact.tsx'
import { Check, FileField, Radios, Submit, TextArea, TextField, Wrong } from '../../ui/fields.tsx'
import { Page } from '../../ui/layout.tsx'
import {
  Badge,
  Banner,
  Card,
  Cards,
  Empty,
  Figure,
  Go,
  List,
  type Shape,
  type Tone,
  Totals,
} from '../../ui/parts.tsx'
import { useWords } from '../../ui/surroundings.ts'
import { Table, TableRow } from '../../ui/table.tsx'
import { hostile, joinery } from './data.ts'

const Section = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)

const Type = () => (
  <div class="doc">
    <p class="lead">
      A lead, <strong>with what presses</strong>.
    </p>
    <h3>A smaller heading</h3>
    <p>Text as it is read.</p>
    <p class="soft">What can be passed over.</p>
    <Figure text="$23,546.13" />
    <Figure text="9.999.999.999,99 €" />
    <Figure text="KWD 9,007,199,254,740.991" />
    <p>
      <code>9f86d081884c7d659a2feaa0c55ad015</code>
    </p>
  </div>
)

const statuses: Status[] = [
  ...(['sent', 'viewed', 'partial', 'overdue', 'paid'] as const),
  ...(['accepted', 'rejected', 'expired', 'void'] as const),
]

const Badges = () => {
  const words = useWords(documentWords)
  return (
    <p>
      {statuses.map(status => (
        <>
          <Badge {...badgeOf(status, words)} />{' '}
        </>
      ))}
    </p>
  )
}

const tones: [Tone, Shape][] = [
  ['good', 'check'],
  ['warn', 'clock'],
  ['bad', 'alert'],
  ['info', 'dot'],
  ['calm', 'bar'],
]

const Banners = () => (
  <>
    {tones.map(([tone, shape]) => (
      <Banner tone={tone} shape={shape} title={`A banner: ${tone}`}>
        <p>What became of it, and what there is to do.</p>
        <Reach phone={joinery.phone} email={joinery.email} />
      </Banner>
    ))}
  </>
)

const Buttons = () => (
  <>
    <p class="buttons">
      <a class="btn" href="#main">
        A button
      </a>
      <a class="btn yes" href="#main">
        One that agrees
      </a>
      <a class="btn no" href="#main">
        One that declines
      </a>
      <a class="btn own" href="#main">
        In the business’s colour
      </a>
      <a class="btn small" href="#main">
        A small one
      </a>
    </p>
    <ReachButtons phone={joinery.phone} email={joinery.email} />
    <Go href="#main">A link of its own line</Go>
  </>
)

const field = (id: string, label: string) => ({ id, name: id, label, value: '', maxlength: 60 })

const Fields = () => (
  <form method="post" action="/portal">
    <Wrong
      fields={[
        { id: 'wrong', brief: 'the first' },
        { id: 'box', brief: 'the box' },
      ]}
    />
    <TextField {...field('empty', 'A field')} hint="What it is for." />
    <TextField {...field('wrong', 'One with a mistake')} value="Typed" fault="What is to be put right." />
    <TextArea {...field('text', 'Several lines')} value={hostile.rightToLeft} />
    <FileField id="file" name="file" label="A file" accept=".json" />
    <Radios
      {...{ id: 'one', name: 'one', label: 'One of a few', value: 'b' }}
      options={{ a: 'The first', b: 'The second, chosen' }}
    />
    <Check id="box" name="box" label="A box to check" checked={false} fault="Check this sample." />
    <Check id="ticked" name="ticked" label="One that is ticked" checked />
    <Submit kind="yes" busy="Processing…">
      Send
    </Submit>
  </form>
)

const row = {
  href: '#main',
  title: 'A document',
  sum: '$1,940.00',
  number: 'Q-2026-0043',
  when: 'Valid until Dec 6',
}

const Lists = () => (
  <>
    <Cards>
      <Card label="A figure">
        <Figure text="2" />
      </Card>
      <Card label="Another">
        <Figure text="3" />
      </Card>
      <Card label="The one that counts" wide filled>
        <Figure text="$20,092.50" />
        <small>What stands below it</small>
      </Card>
    </Cards>
    <List
      rows={[
        row,
        { ...row, urgent: { tone: 'warn', text: '2 days left' }, title: hostile.unbroken },
        { ...row, of: 'of $8,025.00', title: hostile.rightToLeft },
      ]}
      empty=""
      more={{ href: '#main', text: 'Show more' }}
    />
    <Empty>A sentence where a list would be.</Empty>
  </>
)

const Figures = () => (
  <div class="doc">
    <Table caption="A table" columns={['What', 'How', 'How much']}>
      <TableRow head={<bdi>A line</bdi>} how="16 hours × $85.00" sum="$1,360.00" />
      <TableRow head={<bdi>{hostile.unbroken}</bdi>} how="1 × $9.00" sum="9.999.999.999.999,99 €" />
    </Table>
    <Totals
      rows={[
        { label: 'Subtotal', value: '$1,369.00' },
        { label: 'Total', value: '$1,369.00' },
      ]}
    />
    <Facts
      rows={[
        { label: 'A name', values: ['and a value'] },
        { label: 'A hash', values: ['9f86d081884c7d659a2feaa0c55ad015'], code: true },
      ]}
    />
  </div>
)

const sections: [string, Child][] = [
  ['Type', <Type />],
  ['States', <Badges />],
  ['Banners', <Banners />],
  ['Buttons', <Buttons />],
  ['Fields', <Fields />],
  ['Lists', <Lists />],
  ['Figures', <Figures />],
]

/** All of them on one page, in the frame of a business. */
export const ComponentsPage = ({ business }: { business: typeof joinery }) => (
  <Page title="Components" business={business} sheet="parts">
    <h1>The parts of a page</h1>
    {sections.map(([title, drawn]) => (
      <Section title={title}>{drawn}</Section>
    ))}
  </Page>
)
