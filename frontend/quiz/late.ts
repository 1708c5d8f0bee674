import { ADDRESS, firstOf, toSave } from '../journal/journal';
import { Queue } from '../journal/queue';

const ENDED = 410;

/**
 * Beside the result of an attempt: hands over what this browser typed and never sent before the attempt ended, so that the server can
 * say on every device that it came too late. It stays here until the server knows of it.
 */
export class CollegiumLate extends HTMLElement {
  private readonly onNetwork = () => void this.handOver();
  private busy = false;

  connectedCallback(): void {
    window.addEventListener('online', this.onNetwork);
    void this.handOver();
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.onNetwork);
  }

  private async handOver(): Promise<void> {
    const { work, ticket } = this.dataset;
    if (!work || !ticket || this.busy) {
      return;
    }
    this.busy = true;
    try {
      const queue = new Queue(work);
      let told = false;
      for (let some = firstOf(await queue.all()); some.length > 0; some = firstOf(await queue.all())) {
        const response = await fetch(ADDRESS, {
          method: 'POST',
          body: JSON.stringify({ saves: some.map(toSave) }),
          headers: { Authorization: `Bearer ${ticket}`, 'Content-Type': 'application/json' },
          credentials: 'omit',
          cache: 'no-store',
        });
        if (response.status !== ENDED && !response.ok) {
          return;
        }
        await queue.remove(some.map(({ key }) => key));
        told = true;
      }
      if (told && this.isConnected) {
        this.dispatchEvent(new CustomEvent('late-told'));
      }
    } catch {
      // Without a network it stays here until the next time.
    } finally {
      this.busy = false;
    }
  }
}
