/** What happened, and what it means and what to do (resources/docs/domain.md, "How the seller is spoken to"). */
export interface CodeWords {
  title: string;
  advice: string;
}
