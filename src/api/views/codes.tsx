// The codes of errors in the documentation, each with its cause and its cure.
import { type ProblemCode, problems } from '../../core/problem.ts'
import { cures } from '../words.ts'
import { DocsFrame } from './frame.tsx'

/** Each code stands under the anchor that a problem’s `type` leads to. */
export const CodesPage = () => (
  <DocsFrame title="Codes" lead="What each code of an error means, and what cures it.">
    <dl class="facts wide">
      {Object.entries(problems).map(([code, [status, title]]) => (
        <div id={code}>
          <dt>
            {status} <code>{code}</code>
          </dt>
          <dd>
            {title}. {cures[code as ProblemCode]}
          </dd>
        </div>
      ))}
    </dl>
  </DocsFrame>
)
