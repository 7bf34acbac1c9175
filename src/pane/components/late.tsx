// A part of the page that comes when it is asked for. Where it does not come, because the network is gone or the page was published anew since it was opened, that is said in its place and it can be asked for again: all around it stays.
import { Component, lazy, Suspense, useState, type ComponentType, type LazyExoticComponent, type ReactElement, type ReactNode } from 'react';

interface BoundaryProps {
  readonly failed: ReactNode;
  readonly onFailed: () => void;
  readonly children: ReactNode;
}

class Boundary extends Component<BoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    this.props.onFailed();
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.failed : this.props.children;
  }
}

/** `Failed` stands in its place where it did not come. */
export function late<Props extends object = object>(load: () => Promise<ComponentType<Props>>, Failed: ComponentType<{ readonly onRetry: () => void }>): ComponentType<Props> {
  const asked = (): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: await load() }));
  // One for all of its places; React keeps a refusal for good.
  const part = { now: asked() };
  return function Late(props: Props): ReactElement {
    const [tries, setTries] = useState(0);
    const Part = part.now as ComponentType<Props>;
    return (
      <Boundary key={tries} onFailed={() => (part.now = asked())} failed={<Failed onRetry={() => setTries(tries + 1)} />}>
        <Suspense fallback={null}><Part {...props} /></Suspense>
      </Boundary>
    );
  };
}
