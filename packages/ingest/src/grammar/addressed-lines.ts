import { fold } from '../document/words.ts'
import { namesBody } from './asking/bodies.ts'

/** What a heading must hold to be a body's name: "Civil Aviation Authority", but not "Arbitration Service" or "Care teams". */
const NAMED =
  /\b(?:council|authority|board|government|trust|department|ministry|agency|commission|inspectorate|police|constabulary|nhs|icb|ccg|university|hospital|ombudsman|society|association|federation|union|parliament|assembly|treasury|office|ofsted|ofcom|cqc|hm\w*|cps|cafcass|association|corporation|inc|ltd|limited|plc|college|railways?|rail|airlines?|airways|industry|(?:ambulance|prison|probation|fire|rescue|health|police|prosecution|civil|border|courts?|tribunals?) service|kiwirail|operators?|administration|institute|foundation|company|regulator|executive|partnership|state|social care|social services|visiting service)\b/i

/** "Recommendations to the Ministry of Justice", "Recommendations for the Trust": whom a heading addresses. */
export function addressedIn(heading: string): string | null {
  const name =
    /\b[Rr](?:ecommendations?|ECOMMENDATIONS?) (?:(?:made|addressed|directed) )?(?:to|for|TO|FOR) ((?:the |The |THE )?[\p{Lu}].{2,80})$/u.exec(
      fold(heading).replace(/[:.]$/, ''),
    )?.[1]
  return name && namesBody(name) && !/^an? /i.test(name) ? name : null
}

/** A heading that is the name of a body and no more ("Civil Aviation Authority"), as in reports that are ordered by body. */
export function isBodyName(heading: string): boolean {
  const words = fold(heading).split(' ')
  return (
    words.length >= 2 &&
    words.length <= 8 &&
    words.every((w) => /^[\p{Lu}(]/u.test(w) || /^(?:of|for|and|the|&)$/.test(w)) &&
    (NAMED.test(heading) || /(?:^| )\p{Lu}{2,5}$/u.test(heading)) &&
    !/\b(?:findings|audit|review|inspection|letter|plan|response|minutes|meeting|strategy|inquiry|report|part|chapter|section|summary|leadership|services? (?:information|overview)|management)\b/i.test(
      heading,
    )
  )
}

/** "To the Federal Railroad Administration:", "The Department for Education:": a line that addresses the list below it. */
export function addressedBy(line: string): string | null {
  // "To: Waka Kotahi", as on a letter.
  const to = /^to: ((?:the )?\p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}[\p{L}’'-]*|of|for|and|the)){0,8})\.?$/iu.exec(fold(line))?.[1]
  if (to) return to
  const name = /^(?:(?:(?:and )?that|(?:and )?to|for) )?((?:the |all )?\p{Lu}.{2,90}?)\s*:$/iu.exec(fold(line))?.[1]
  return name && name.split(' ').length <= 12 && namesBody(name) && !/\b(?:should|must|recommend\w*|following|is|are)\b/i.test(name)
    ? name
    : null
}
