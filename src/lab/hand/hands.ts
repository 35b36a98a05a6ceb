/** What a game is told, and tells. */
export interface HandProps {
  /** Called once the game has been played, with how it went by the names in the game's words: the lesson may go on. */
  readonly onDone: (course: string) => void;
}
