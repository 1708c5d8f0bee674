import { colourCode, offerCopies } from './code';
import { offerChapters } from './chapters';
import { setFormulas } from './formulas';
import { EndWatch } from './end-watch';
import { letOverflowBeReached } from './overflow';

/**
 * The text of a lesson. The server writes the HTML, which is readable as it is; here formulas are set, code is coloured
 * and can be copied, the chapters of videos are listed, and it is told when the reader has come to the end.
 *
 * Attributes: copy-label, copied-label. Event: prose-end-seen, once for each content.
 */
class CollegiumProse extends HTMLElement {
  private readonly end = new EndWatch(this, () => this.dispatchEvent(new CustomEvent('prose-end-seen', { bubbles: true })));
  private readonly changes = new MutationObserver(() => this.enhance());
  private readonly sizes = new ResizeObserver(() => letOverflowBeReached(this));

  connectedCallback(): void {
    this.enhance();
    this.changes.observe(this, { childList: true });
    this.sizes.observe(this);
  }

  disconnectedCallback(): void {
    this.changes.disconnect();
    this.sizes.disconnect();
    this.end.stop();
  }

  private enhance(): void {
    if (this.childElementCount === 0) {
      return;
    }
    offerCopies(this, this.getAttribute('copy-label') ?? '', this.getAttribute('copied-label') ?? '');
    offerChapters(this, (video, chapters) => {
      video.after(chapters);
      this.changes.takeRecords();
    });
    letOverflowBeReached(this);
    this.end.start();
    this.changes.takeRecords();
    void Promise.all([setFormulas(this), colourCode(this)]).then(() => letOverflowBeReached(this));
  }
}

if (!customElements.get('collegium-prose')) {
  customElements.define('collegium-prose', CollegiumProse);
}
