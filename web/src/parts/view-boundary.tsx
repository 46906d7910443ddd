import { Component, type ReactNode } from "react"
import { FailureNotice } from "./failure-notice.tsx"

interface ViewBoundaryProps {
  readonly children: ReactNode
}

/** Shows what went wrong in a view instead of an empty page: a part of the page that did not load, or a fault of ours. */
export class ViewBoundary extends Component<ViewBoundaryProps, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return <FailureNotice error={error} retry={() => window.location.reload()} />
  }
}
