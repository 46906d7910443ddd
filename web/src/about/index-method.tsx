/** How the series on the pair pages are computed, in short. */
export function IndexMethod() {
  return (
    <section aria-labelledby="method-heading">
      <h2 id="method-heading">How cooperation is measured</h2>
      <ul>
        <li>
          The unit is the <b>happening</b>, however many reports tell of it. A recap of something old is
          joined to the old happening and not counted again.
        </li>
        <li>
          A happening weighs <code>|PLOVER score| / 5 × (1 − 0.4ᵏ)</code>, where k is the number of
          independent owners that report it. All media of one state are one owner.
        </li>
        <li>
          With C and F the sums over cooperation and conflict, the level is <code>ln((C + ½) / (F + ½))</code>
          , shown as a share from 0 to 100 with its 95 % band. A month in which nothing occurred has no level:
          it is neither 0 nor 50.
        </li>
        <li>
          The line through the bands is smoothed over all periods; where nothing is known its shade widens. A
          dashed line marks a period from which another level holds. More news with the same share is
          attention, drawn apart, and no change of the relation.
        </li>
        <li>
          PLOVER’s scores, Goldstein’s, and each happening alike stand beside each other, and so do the
          figures without state media, without the largest happening and without one owner: what differs much
          rests on little.
        </li>
        <li>
          What is known on a third party’s word alone is how others read the pair. It is drawn apart and
          counts nowhere else.
        </li>
        <li>
          Only what occurred or is under way makes the level. What is planned, expected, promised or
          threatened is drawn apart; what is denied, supposed or did not come about is shown and counts
          nowhere.
        </li>
      </ul>
    </section>
  )
}
