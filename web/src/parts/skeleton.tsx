/** Grey lines where content will stand, so that nothing jumps when it comes. */
export function Skeleton({ lines, tall = false }: { readonly lines: number; readonly tall?: boolean }) {
  return (
    <div className={tall ? "skeleton skeleton-tall" : "skeleton"} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} />
      ))}
    </div>
  )
}

/** A view that is on its way. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading">
      <Skeleton lines={2} tall />
      <Skeleton lines={12} />
    </div>
  )
}
