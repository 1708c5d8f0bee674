package org.collegium.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.collegium.courses.CourseMetadata.CourseSkill;

/** Full-text search over the entries of a catalogue, kept in memory; an entry is known by its ordinal. */
final class TextIndex {

    static final String TITLE = "title";
    static final String SKILLS = "skills";
    static final String PARTNER = "partner";
    static final String SUMMARY = "summary";
    static final String BODY = "body";
    private static final String ORDINAL = "ordinal";
    private static final String KEY = "key";

    private final SearchAnalyzer analyzer = new SearchAnalyzer();
    private final IndexWriter writer;
    private final SearcherManager searchers;

    TextIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** An entry with the ordinal by which results name it and its partner's name. */
    record Indexed(int ordinal, CatalogueEntry entry, String partnerName) {}

    /** Adds or replaces entries, and forgets those with the given ordinals. */
    void update(Collection<Indexed> added, Collection<Integer> removed) {
        try {
            for (int ordinal : removed) {
                writer.deleteDocuments(new Term(KEY, Integer.toString(ordinal)));
            }
            for (Indexed indexed : added) {
                writer.updateDocument(new Term(KEY, Integer.toString(indexed.ordinal())), document(indexed));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Scores by ordinal of the entries that have every word of the text, allowing for unfinished words and slips. */
    Map<Integer, Float> matchesOfAll(String text) {
        return matches(text, TextQueries::all);
    }

    /** Scores by ordinal of the entries that have at least one word of the text. */
    Map<Integer, Float> matchesOfAny(String text) {
        return matches(text, TextQueries::any);
    }

    private Map<Integer, Float> matches(String text, Asking asking) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return searcher.search(asking.query(analyzer.words(text), searcher), new AllScores());
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Turns words into a query, looking at what the index has. */
    private interface Asking {
        Query query(List<String> words, IndexSearcher searcher) throws IOException;
    }

    private static Document document(Indexed indexed) {
        CatalogueEntry entry = indexed.entry();
        Document document = new Document();
        document.add(new StringField(KEY, Integer.toString(indexed.ordinal()), Store.NO));
        document.add(new NumericDocValuesField(ORDINAL, indexed.ordinal()));
        text(document, TITLE, List.of(entry.title()));
        text(document, SKILLS, entry.skills().stream().map(CourseSkill::title).toList());
        text(
                document,
                SKILLS,
                entry.topics().stream().map(topic -> topic.replace('-', ' ')).toList());
        text(document, PARTNER, List.of(indexed.partnerName()));
        text(document, PARTNER, entry.authors());
        text(document, SUMMARY, List.of(entry.summary()));
        text(document, BODY, entry.outcomes());
        text(document, BODY, List.of(language(entry)));
        return document;
    }

    private static String language(CatalogueEntry entry) {
        Locale language = Locale.forLanguageTag(entry.language());
        return language.getDisplayLanguage(Locale.ENGLISH) + " " + language.getDisplayLanguage(language);
    }

    private static void text(Document document, String field, List<String> values) {
        values.forEach(value -> document.add(new TextField(field, value, Store.NO)));
    }

    /** Gathers all matches: a catalogue is small, and filters are counted over every one of them. */
    private static final class AllScores implements CollectorManager<Scores, Map<Integer, Float>> {

        @Override
        public Scores newCollector() {
            return new Scores(new HashMap<>());
        }

        @Override
        public Map<Integer, Float> reduce(Collection<Scores> collectors) {
            Map<Integer, Float> all = new HashMap<>();
            collectors.forEach(collector -> all.putAll(collector.byOrdinal()));
            return all;
        }
    }

    private record Scores(Map<Integer, Float> byOrdinal) implements Collector {

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            NumericDocValues ordinals = context.reader().getNumericDocValues(ORDINAL);
            return new LeafCollector() {
                private Scorable scorer = NONE;

                @Override
                public void setScorer(Scorable scorer) {
                    this.scorer = scorer;
                }

                @Override
                public void collect(int document) throws IOException {
                    if (ordinals != null && ordinals.advanceExact(document)) {
                        byOrdinal.put(Math.toIntExact(ordinals.longValue()), scorer.score());
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }

    private static final Scorable NONE = new Scorable() {
        @Override
        public float score() {
            return 0;
        }
    };
}
