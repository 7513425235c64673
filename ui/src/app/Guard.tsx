/** Keeps a screen that fails from taking the window with it: says what failed; the rest works on. */
import { Component, type ReactNode } from "react";
import { ProblemPage } from "../parts/ProblemPage";

export class Guard extends Component<{ children: ReactNode }, { failure: unknown }> {
  override state: { failure: unknown } = { failure: null };

  static getDerivedStateFromError(failure: unknown): { failure: unknown } {
    return { failure };
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children;
    return <ProblemPage failure={this.state.failure} retry={() => this.setState({ failure: null })} />;
  }
}
