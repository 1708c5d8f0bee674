import { enhanceFrame } from './frame';
import { enhanceCatalogue } from './catalogue';
import { enhanceForms } from './forms';

enhanceFrame();
enhanceCatalogue();
enhanceForms();

if (document.querySelector('collegium-prose')) {
  void import('/site/prose/prose.js' as string);
}
