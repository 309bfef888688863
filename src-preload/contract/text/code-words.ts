/** What happened, and what it means and what to do (words-and-screens.md, "Sentences"). */
export interface CodeWords {
  title: string;
  advice: string;
}
