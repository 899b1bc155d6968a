/** What was read and the line of the page that says it. */
export interface Answer {
  value: string;
  evidence: string;
  /** How well the label fits, 1 and more: the very words. Absent: found by its look alone. */
  score?: number;
}
