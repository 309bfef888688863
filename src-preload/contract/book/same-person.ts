import { foldPerson } from './search';

/** What somebody covers letters of a name with. */
const covered = /[*＊○●◯□]/u;
/** What a courier's list adds to a name: a title, and what stands in brackets. */
const additions = /\(.*?\)|\[.*?\]|(?:님|귀하)\s*$/gu;

/**
 * Whether two names are of one person. `unknown` where one is missing, or has letters that are covered: such a name neither
 * agrees nor differs.
 */
export function comparePersons(one: string | undefined, other: string | undefined): 'same' | 'different' | 'unknown' {
  if (one === undefined || other === undefined || covered.test(one) || covered.test(other)) return 'unknown';
  const [here, there] = [one, other].map((name) => foldPerson(name.replaceAll(additions, '')));
  if (here === undefined || there === undefined || here === '' || there === '') return 'unknown';
  return here.includes(there) || there.includes(here) ? 'same' : 'different';
}
