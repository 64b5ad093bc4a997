import { TOPICS_FILE } from '../../../model/edition-files.ts';
import { jsonFile, type Output } from '../files/output-file.ts';

/** `data/topics.json`: every topic, in display order. */
export const topics: Output = (built) => [jsonFile(TOPICS_FILE, built.topics)];
