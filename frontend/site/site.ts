import { enhanceFrame } from './frame';
import { enhanceCatalogue } from './catalogue';

enhanceFrame();
enhanceCatalogue();
