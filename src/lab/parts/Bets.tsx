/** What may be bet on before anything is shown. */
export function Bets(props: {
  readonly bet: number | undefined;
  readonly onBet: (bet: number) => void;
  readonly options: readonly string[];
}) {
  return (
    <div class="bets" role="group">
      {props.options.map((option, k) => (
        <button
          key={option}
          type="button"
          aria-pressed={props.bet === k}
          onClick={() => props.onBet(k)}
        >
          <span class="coin" aria-hidden="true" />
          {option}
        </button>
      ))}
    </div>
  );
}
