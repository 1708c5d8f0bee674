import { enhanceFrame } from './frame';
import { enhanceCatalogue } from './catalogue';

enhanceFrame();
enhanceCatalogue();

if (document.querySelector('collegium-prose')) {
  void import('/site/prose/prose.js' as string);
}
