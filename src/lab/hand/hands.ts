/** What a game is told, and tells. */
export interface HandProps {
  /** Called once the game has been played: the lesson may go on. */
  readonly onDone: () => void;
}
