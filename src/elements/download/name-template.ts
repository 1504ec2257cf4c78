import { extensionFor, fileName, nameText } from '../../internal/file-name.js';
import { promptOf, type Iteration, type Session } from '../../model/index.js';

/** How the files of a zip are called where nothing else is said. */
export const DEFAULT_NAMES = '{date}_{session}_{number}';

/** What a name is made of. */
export interface NameParts {
  readonly row: Iteration;
  readonly session: Session | undefined;
  /** Place among what is downloaded, from 1. */
  readonly number: number;
  /** How much is downloaded: numbers of one zip are of one length, so that they sort. */
  readonly of: number;
  readonly mime: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

function dayAndTime(instant: string): readonly [day: string, time: string] {
  const at = new Date(instant);
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return [day, `${two(at.getHours())}-${two(at.getMinutes())}-${two(at.getSeconds())}`];
}

/** What stands for a word in braces; nothing where it is none of ours. */
function wordOf(word: string, { row, session, number, of }: NameParts): string | undefined {
  switch (word) {
    case 'date':
      return dayAndTime(row.createdAt)[0];
    case 'time':
      return dayAndTime(row.createdAt)[1];
    case 'session':
      return session?.title || session?.brief.prompt || row.sessionId;
    case 'prompt':
      return promptOf(row, session);
    case 'number':
      return String(number).padStart(String(of).length, '0');
    case 'id':
    case 'model':
    case 'seed':
    case 'kind':
      return row[word] ?? '';
    default:
      return undefined;
  }
}

/**
 * The name of a file: `{date}`, `{time}`, `{session}`, `{prompt}`, `{id}`, `{model}`, `{seed}`, `{number}` and `{kind}` of
 * a template are what they say, everything else stays. What comes of it is a name on every system.
 */
export function nameFrom(template: string, parts: NameParts): string {
  const stem = template.replace(/\{(\w+)\}/g, (whole, word: string) => {
    // A host may say that a string is one.
    const value: unknown = wordOf(word, parts);
    if (value === undefined) return whole;
    return typeof value === 'string' || typeof value === 'number' ? nameText(`${value}`) : '';
  });
  // A word that says nothing leaves what stood around it.
  const clean = stem.replace(/([_-])[_-]+/g, '$1').replace(/^[_\s-]+|[_\s-]+$/g, '');
  return fileName(clean, extensionFor(parts.mime));
}
