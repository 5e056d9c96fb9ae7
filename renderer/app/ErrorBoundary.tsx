import { Component, type ReactNode } from 'react';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import styles from './ErrorBoundary.module.css';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

/** Where a screen breaks, its sentence stands instead; the rest of the window goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = (): void => this.setState({ error: null, failed: false });
    return (
      <main className={styles.broken}>
        <ErrorNote error={this.state.error} onRetry={again} />
      </main>
    );
  }
}
